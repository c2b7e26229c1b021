// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;
import java.util.List;

/**
 * The exchange can't become a request: a field is missing or is not what the API takes, or a file
 * breaks while it is sent. The outcome is always {@link Outcome#NOT_SENT}.
 */
public final class LiveDeskRequestException extends LiveDeskException {

  @Serial private static final long serialVersionUID = 1L;

  // Serializable, as the list of the JDK and its elements are.
  @SuppressWarnings("serial")
  private final List<FieldError> faults;

  /**
   * @param context the send that failed
   * @param field the option, header or body field at fault
   * @param found what was found there, described without showing message text or a secret
   * @param takes what the field takes
   */
  public LiveDeskRequestException(SendContext context, String field, String found, String takes) {
    this(context, FieldErrors.of(new FieldError(field, found, takes)));
  }

  /**
   * @param context the send that failed
   * @param faults all that is wrong, one or more
   */
  public LiveDeskRequestException(SendContext context, FieldErrors faults) {
    this(context, faults, null);
  }

  private LiveDeskRequestException(SendContext context, FieldErrors faults, Throwable cause) {
    super(context, Outcome.NOT_SENT, false, faults.inWords(), cause);
    this.faults = faults.first();
  }

  /**
   * @param context the send that failed
   * @param unreadable a value of the route's own that can't be read
   */
  public LiveDeskRequestException(SendContext context, UnreadableValueException unreadable) {
    this(context, FieldErrors.of(unreadable.fault()), unreadable.getCause());
    setStackTrace(unreadable.getStackTrace());
  }

  /** The first option, header or body field at fault. */
  public String getField() {
    return faults.get(0).field();
  }

  /**
   * What is wrong: one fault or more, at most the first 100. The exception's message has the first
   * ten, and says how many more there are in all.
   */
  public List<FieldError> getFaults() {
    return faults;
  }
}
