// SPDX-License-Identifier: Apache-2.0
/** Tables and charts. */
package io.github.livedesk.camel.benchmark.report;
