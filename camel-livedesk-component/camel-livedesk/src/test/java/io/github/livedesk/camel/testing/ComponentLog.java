// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the component itself logs, from its construction until it is closed. */
public final class ComponentLog implements AutoCloseable {

  private static final String NAME = "io.github.livedesk.camel";

  private final Logger logger = (Logger) LoggerFactory.getLogger(NAME);
  private final Level levelBefore = logger.getLevel();
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();

  /**
   * @param level from which on lines are written
   */
  public ComponentLog(Level level) {
    events.start();
    logger.addAppender(events);
    logger.setLevel(level);
  }

  /** Lines of the component's two loggers, such as {@code DEBUG send: text}. */
  public List<String> lines() {
    return List.copyOf(events.list).stream()
        .filter(event -> event.getLoggerName().matches(NAME + "(\\.send)?"))
        .map(ComponentLog::line)
        .toList();
  }

  public void clear() {
    events.list.clear();
  }

  private static String line(ILoggingEvent event) {
    String logger = event.getLoggerName().substring(NAME.length()).replace(".", " ");
    return event.getLevel() + logger + ": " + event.getFormattedMessage();
  }

  @Override
  public void close() {
    logger.setLevel(levelBefore);
    logger.detachAppender(events);
  }
}
