// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import java.util.List;

/**
 * All that one run has shown.
 *
 * @param throughput all contenders, with all they send
 * @param inFlight the slow server
 * @param upload the big attachment
 * @param coldStarts seconds
 */
record Figures(
    Throughput throughput, List<InFlight> inFlight, Upload upload, List<Double> coldStarts) {}
