// SPDX-License-Identifier: Apache-2.0
/** The parts of a send, one by one, with JMH. */
package io.github.livedesk.camel.benchmark.jmh;
