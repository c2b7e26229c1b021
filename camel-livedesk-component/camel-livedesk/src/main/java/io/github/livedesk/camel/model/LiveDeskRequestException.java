package io.github.livedesk.camel.model;

import java.io.Serial;

/**
 * The exchange can't become a request: a field is missing or is not what the API takes. Found
 * before a connection is opened, so the outcome is always {@link Outcome#NOT_SENT}.
 */
public final class LiveDeskRequestException extends LiveDeskException {

  @Serial private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param context the send that failed
   * @param field the option, header or body field at fault
   * @param found what was found there, described without showing message text or a secret
   * @param takes what the field takes
   */
  public LiveDeskRequestException(SendContext context, String field, String found, String takes) {
    super(
        context, Outcome.NOT_SENT, false, field + ": found " + found + "; it takes " + takes, null);
    this.field = field;
  }

  /** The option, header or body field at fault. */
  public String getField() {
    return field;
  }
}
