// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;

/**
 * The request was written to its end, but what LiveDesk did with it is not known: no answer in
 * time, a lost connection, or a success that can't be read. The message may be in the conversation;
 * sending again may send it twice.
 */
public final class LiveDeskOutcomeUnknownException extends LiveDeskHttpException {

  @Serial private static final long serialVersionUID = 1L;

  private final Long messageId;

  private LiveDeskOutcomeUnknownException(
      SendContext context,
      int status,
      boolean isTransient,
      Long messageId,
      String reason,
      Throwable cause) {
    super(context, Outcome.UNKNOWN, isTransient, status, reason, cause);
    this.messageId = messageId;
  }

  /** No answer came: a time-out or a lost connection. The same send, made later, may work. */
  public static LiveDeskOutcomeUnknownException noReply(
      SendContext context, String reason, Throwable cause) {
    return new LiveDeskOutcomeUnknownException(context, 0, true, null, reason, cause);
  }

  /**
   * An answer came, and is none that LiveDesk documents.
   *
   * @param status the HTTP status, or 0 when not even that could be read
   */
  public static LiveDeskOutcomeUnknownException unreadableReply(
      SendContext context, int status, String reason) {
    return new LiveDeskOutcomeUnknownException(context, status, false, null, reason, null);
  }

  /**
   * An answer came, and to read it failed.
   *
   * @param cause an error of the virtual machine or of a library, or null
   */
  public static LiveDeskOutcomeUnknownException brokenReply(
      SendContext context, String reason, Throwable cause) {
    return new LiveDeskOutcomeUnknownException(context, 0, false, null, reason, cause);
  }

  /**
   * A message failed, and what became of the retry call for it is not known: the customer may have
   * got it.
   *
   * @param messageId the stored message
   * @param retry how the retry call ended
   */
  public static LiveDeskOutcomeUnknownException retryUnknown(
      SendContext context, long messageId, LiveDeskException retry) {
    int status = retry instanceof LiveDeskHttpException http ? http.getHttpResponseCode() : 0;
    String reason =
        "LiveDesk stored message "
            + messageId
            + " and could not deliver it; whether the retry call for it worked is not known";
    return new LiveDeskOutcomeUnknownException(
        context, status, retry.isTransient(), messageId, reason, retry);
  }

  /** The stored message whose retry it is about; null where no message is known. */
  public Long getMessageId() {
    return messageId;
  }
}
