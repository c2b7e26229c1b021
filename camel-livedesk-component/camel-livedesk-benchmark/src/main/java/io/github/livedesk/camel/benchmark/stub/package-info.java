// SPDX-License-Identifier: Apache-2.0
/** A server that is not the bottleneck, in a process of its own. */
package io.github.livedesk.camel.benchmark.stub;
