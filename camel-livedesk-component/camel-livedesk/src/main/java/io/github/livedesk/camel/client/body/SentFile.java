// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

/**
 * A file as it was sent, to know it again in the reply.
 *
 * @param name its name, or null where the sender gave none
 * @param size bytes, or -1 where that was not known beforehand
 */
public record SentFile(String name, long size) {}
