// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.model.failure;

import java.io.Serial;

/**
 * LiveDesk stored the message and answered with status {@code failed}: the channel behind the
 * conversation would not take it (API document, "Failure response").
 *
 * <p>The way to try again is LiveDesk's retry call for this message. Running the same send again
 * makes a second message in the conversation.
 */
public final class LiveDeskMessageFailedException extends LiveDeskHttpException {

  @Serial private static final long serialVersionUID = 1L;

  private final long messageId;
  private final String externalError;
  private final String externalErrorCode;
  private final ExternalErrorCategory externalErrorCategory;

  /**
   * @param context the send that failed
   * @param status the HTTP status, 200 to 599
   * @param messageId the stored message
   * @param externalError the channel's own words, fit to be shown, or null when LiveDesk gave none
   * @param externalErrorCode the code in these words, or null when there is none
   */
  public LiveDeskMessageFailedException(
      SendContext context,
      int status,
      long messageId,
      String externalError,
      String externalErrorCode) {
    super(
        context,
        Outcome.ACCEPTED,
        ExternalErrorCodes.categoryOf(externalErrorCode).isTransient(),
        status,
        "LiveDesk stored message "
            + messageId
            + " but could not deliver it: "
            + (externalError == null ? "it gave no reason" : externalError),
        null);
    this.messageId = messageId;
    this.externalError = externalError;
    this.externalErrorCode = externalErrorCode;
    this.externalErrorCategory = ExternalErrorCodes.categoryOf(externalErrorCode);
  }

  /** The id of the stored message. */
  public long getMessageId() {
    return messageId;
  }

  /** The channel's own words, or null when LiveDesk gave none. */
  public String getExternalError() {
    return externalError;
  }

  /** The channel's code, such as {@code 131047}, or null when there is none. */
  public String getExternalErrorCode() {
    return externalErrorCode;
  }

  /** What the error asks for; never null. */
  public ExternalErrorCategory getExternalErrorCategory() {
    return externalErrorCategory;
  }
}
