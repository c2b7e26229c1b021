// SPDX-License-Identifier: Apache-2.0
/**
 * What Camel sees of LiveDesk: component, endpoint, options, headers, producer and type converters.
 *
 * <p>A message flows one way: exchange, {@code binding}, {@code client}, {@code binding}, exchange.
 */
package io.github.livedesk.camel;
