// SPDX-License-Identifier: Apache-2.0
/**
 * Exchange to request, reply to exchange: the only place that reads or writes headers and bodies.
 */
package io.github.livedesk.camel.binding;
