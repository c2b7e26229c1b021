package io.github.livedesk.camel.benchmark.load;

/**
 * What one stretch of time showed of one contender.
 *
 * @param messages sent in it
 * @param perSecond messages
 * @param cpuMicros of the whole client process, for each message
 * @param allocated bytes for each message
 * @param p50Millis half of the messages took no longer
 * @param p99Millis 99 of 100 took no longer
 */
public record Slice(
    long messages,
    double perSecond,
    double cpuMicros,
    double allocated,
    double p50Millis,
    double p99Millis) {}
