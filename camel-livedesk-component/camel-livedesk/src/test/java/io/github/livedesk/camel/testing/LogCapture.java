// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** All that is logged, by anybody, from its construction until it is closed. */
public final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level levelBefore = root.getLevel();
  private final Predicate<String> wanted;
  private final List<String> found = new CopyOnWriteArrayList<>();
  private final AtomicLong events = new AtomicLong();

  /**
   * @param wanted lines to remember
   */
  public LogCapture(Predicate<String> wanted) {
    this(Level.TRACE, wanted);
  }

  public LogCapture(Level level, Predicate<String> wanted) {
    this.wanted = wanted;
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
    root.setLevel(level);
    // TRACE is for this one: the test's own output stays readable.
    root.getAppender("console").stop();
  }

  @Override
  protected void append(ILoggingEvent event) {
    events.incrementAndGet();
    String text = event.getFormattedMessage();
    if (event.getThrowableProxy() != null) {
      text += "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
    if (wanted.test(text)) {
      found.add(event.getLoggerName() + ": " + text);
    }
  }

  /** What was wanted. */
  public List<String> found() {
    return found;
  }

  /** How many lines there were, wanted or not. */
  public long events() {
    return events.get();
  }

  @Override
  public void close() {
    root.getAppender("console").start();
    root.setLevel(levelBefore);
    root.detachAppender(this);
  }
}
