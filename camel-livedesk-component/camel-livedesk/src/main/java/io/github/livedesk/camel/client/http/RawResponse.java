// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

import java.util.Map;

/**
 * What came over the wire, not yet understood.
 *
 * @param status HTTP status
 * @param retryAfter header, or null
 * @param text how the body begins, without blanks before; empty where it is blank
 * @param cut whether there was more than the limit
 * @param json the body, or null where it is no JSON object
 * @param doubt why it is not taken, as the rest of a sentence; or null
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the I/O thread to the pool, never compared
public record RawResponse(
    int status,
    String retryAfter,
    byte[] text,
    boolean cut,
    Map<String, Object> json,
    String doubt) {}
