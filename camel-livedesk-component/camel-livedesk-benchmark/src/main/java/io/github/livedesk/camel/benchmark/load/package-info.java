/** Keeps messages in flight, and counts. */
package io.github.livedesk.camel.benchmark.load;
