// SPDX-License-Identifier: Apache-2.0
/** Keeps messages in flight, and counts. */
package io.github.livedesk.camel.benchmark.load;
