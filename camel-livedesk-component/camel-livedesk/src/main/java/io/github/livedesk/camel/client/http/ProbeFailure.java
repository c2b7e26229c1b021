// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.http;

/**
 * Why LiveDesk can't be reached.
 *
 * @param step what failed: {@code DNS}, {@code TCP}, {@code proxy}, {@code TLS}, or {@code I/O}
 *     where an I/O thread of the component has ended
 * @param host what could not be reached: LiveDesk's host or the proxy's
 * @param port of the host
 * @param reason one sentence
 * @param error simple name of the exception's class
 */
public record ProbeFailure(String step, String host, int port, String reason, String error) {}
