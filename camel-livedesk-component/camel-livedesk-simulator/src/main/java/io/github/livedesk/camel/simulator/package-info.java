// SPDX-License-Identifier: Apache-2.0
/**
 * A LiveDesk on your own machine: answers the documented calls with the documented shapes, judges
 * requests strictly, and keeps what came so that a test, or a person, can look at it.
 */
package io.github.livedesk.camel.simulator;
