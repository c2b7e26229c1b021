/** The ways to send that are compared. */
package io.github.livedesk.camel.benchmark.contender;
