// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.settings;

import io.github.livedesk.camel.client.RetryMode;
import java.time.Duration;

/**
 * How often a send is tried, and how long it waits in between.
 *
 * @param mode what is tried again
 * @param maxAttempts attempts of one HTTP call, the first counted, 1 or more
 * @param backoffDelay longest wait before the first retry; doubles with each
 * @param backoffMaxDelay longest wait that this leads to
 * @param maxRetryAfter longest Retry-After that is waited for
 * @param maxMessageRetries calls of the retry endpoint for a message that failed for a passing
 *     reason, 0 or more
 */
public record RetrySettings(
    RetryMode mode,
    int maxAttempts,
    Duration backoffDelay,
    Duration backoffMaxDelay,
    Duration maxRetryAfter,
    int maxMessageRetries) {}
