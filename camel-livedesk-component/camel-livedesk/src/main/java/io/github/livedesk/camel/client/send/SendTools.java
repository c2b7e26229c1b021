// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.send;

import io.github.livedesk.camel.client.api.ApiCalls;
import io.github.livedesk.camel.client.concurrent.KeyedTurns;
import io.github.livedesk.camel.client.retry.RetryPolicy;
import io.github.livedesk.camel.client.retry.RetryTimer;
import java.util.function.LongSupplier;

/**
 * What all sends of a client work with.
 *
 * @param clock nanoseconds
 * @param turns of all operations of the component
 * @param scope within which two keys of operations are the same
 * @param failOnFailedStatus whether a message that could not be delivered is a failure
 */
record SendTools(
    ApiCalls calls,
    RetryPolicy policy,
    RetryTimer timer,
    LongSupplier clock,
    KeyedTurns turns,
    Object scope,
    boolean failOnFailedStatus) {}
