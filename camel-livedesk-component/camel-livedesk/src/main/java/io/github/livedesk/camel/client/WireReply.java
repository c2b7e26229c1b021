// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client;

import java.util.Map;

/**
 * What came over the wire, not yet understood.
 *
 * @param status HTTP status
 * @param retryAfter header, or null
 * @param body unpacked; cut where it grew over the limit
 * @param cut whether there was more
 * @param json the body, or null where it is no JSON object
 * @param doubt why it may be the reply to another request, or null
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the I/O thread to the pool, never compared
record WireReply(
    int status,
    String retryAfter,
    byte[] body,
    boolean cut,
    Map<String, Object> json,
    String doubt) {}
