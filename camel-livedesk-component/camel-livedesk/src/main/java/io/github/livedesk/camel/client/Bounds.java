// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.util.concurrent.Executor;

/**
 * What a send keeps to, from its beginning to its end.
 *
 * @param deadline {@link System#nanoTime} at which it is given up
 * @param pool where its exchange goes on
 */
public record Bounds(long deadline, Executor pool) {}
