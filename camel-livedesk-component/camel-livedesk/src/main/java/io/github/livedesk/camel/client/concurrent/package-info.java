// SPDX-License-Identifier: Apache-2.0
/**
 * Threads that grow and shrink with what blocks them. A pool of a fixed size would stand still where
 * steps wait for sends of their own; imports the loggers alone.
 */
package io.github.livedesk.camel.client.concurrent;
