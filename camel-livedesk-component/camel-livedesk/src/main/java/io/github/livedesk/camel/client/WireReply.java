// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

/**
 * What came over the wire, not yet understood.
 *
 * @param status HTTP status
 * @param contentEncoding header, or null
 * @param retryAfter header, or null
 * @param body as it came; cut where it grew over the limit
 * @param cut whether there was more
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the I/O thread to the pool, never compared
record WireReply(int status, String contentEncoding, String retryAfter, byte[] body, boolean cut) {}
