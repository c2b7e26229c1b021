// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.api;

import java.util.concurrent.Executor;

/**
 * What a send keeps to, from its beginning to its end.
 *
 * @param deadline {@link System#nanoTime} at which it is given up
 * @param pool where its exchange goes on
 */
public record SendBounds(long deadline, Executor pool) {}
