// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;
import java.util.Arrays;

/**
 * A value of a class that is not this component's threw while it was read, or there is too much of
 * it. What it threw may quote the value: only its kind is told, and where it was thrown.
 */
public final class UnreadableValueException extends IllegalArgumentException {

  /** What is taken in place of what can't be read. */
  public static final String TAKES = "a value that can be read";

  @Serial private static final long serialVersionUID = 1L;

  /** A stack that is full has a thousand, and they are the same again and again. */
  private static final int MOST_FRAMES = 100;

  private final FieldError fault;
  private final boolean isBroken;

  /** That there is too much of it. */
  public UnreadableValueException(FieldError fault) {
    this(fault, false);
  }

  private UnreadableValueException(FieldError fault, boolean isBroken) {
    super(fault.toString());
    this.fault = fault;
    this.isBroken = isBroken;
  }

  /**
   * What was thrown while a value was read.
   *
   * @param field the option, header or body field
   * @param thrown by code of the route's own: anything, checked exceptions included. It is the
   *     cause where the virtual machine threw it, for memory perhaps; code of others may quote the
   *     value, and a stack that is full says nothing
   */
  public static UnreadableValueException of(String field, Throwable thrown) {
    if (thrown instanceof UnreadableValueException unreadable) {
      return unreadable;
    }
    var unreadable =
        new UnreadableValueException(
            new FieldError(
                field, "a value that broke while it was read, " + Names.className(thrown), TAKES),
            true);
    unreadable.setStackTrace(frames(thrown));
    if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
      unreadable.initCause(thrown);
    }
    return unreadable;
  }

  private static StackTraceElement[] frames(Throwable thrown) {
    try {
      StackTraceElement[] frames = thrown.getStackTrace();
      return Arrays.copyOf(frames, Math.min(frames.length, MOST_FRAMES));
    } catch (Throwable itsOwnCodeThrows) {
      return new StackTraceElement[0];
    }
  }

  /**
   * The same, where a value broke: with its place.
   *
   * @param place as the end of a sentence, such as {@code " at items[1].price"}
   */
  public UnreadableValueException at(String place) {
    if (!isBroken) {
      return this;
    }
    var found = new FieldError(fault.field(), fault.found() + place, fault.takes());
    var placed = new UnreadableValueException(found, true);
    placed.setStackTrace(getStackTrace());
    placed.initCause(getCause());
    return placed;
  }

  /** What was read, and what was found instead of a value. */
  public FieldError fault() {
    return fault;
  }
}
