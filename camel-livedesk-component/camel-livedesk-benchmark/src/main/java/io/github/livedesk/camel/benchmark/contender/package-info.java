// SPDX-License-Identifier: Apache-2.0
/** The ways to send that are compared. */
package io.github.livedesk.camel.benchmark.contender;
