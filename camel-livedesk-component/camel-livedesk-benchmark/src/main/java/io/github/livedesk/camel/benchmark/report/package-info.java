/** Tables and charts. */
package io.github.livedesk.camel.benchmark.report;
