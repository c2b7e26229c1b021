// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.ExternalError;
import io.github.livedesk.camel.client.api.Texts;
import io.github.livedesk.camel.model.LiveDeskMessage;
import io.github.livedesk.camel.model.failure.ExternalErrorCategory;
import io.github.livedesk.camel.model.failure.ExternalErrorCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads why the channel did not take a message, and leaves out what may quote the message. */
final class ExternalErrorReader {

  private ExternalErrorReader() {}

  /**
   * @param sent what the words may quote, beside the message as it came back
   */
  static ExternalError read(LiveDeskMessage message, Sent sent) {
    String words = message.externalError();
    if (words == null) {
      return ExternalError.NONE;
    }
    // From the words as they came: a text of digits may hide the code in what is shown.
    String code = ExternalErrorCodes.codeOf(words);
    boolean isKnown = ExternalErrorCodes.categoryOf(code) != ExternalErrorCategory.UNKNOWN;
    Sent all = with(message, sent, isKnown ? code : null);
    String shown = ErrorText.shown(words, all);
    if (!shown.equals(ErrorText.LEFT_OUT) || code == null) {
      return new ExternalError(shown, code);
    }
    boolean codeShows = !Quotations.isAnyIn(code, all);
    return new ExternalError(
        codeShows ? code + ": " + shown : shown, codeShows || isKnown ? code : null);
  }

  /** A retry knows the text of its message from the reply alone. */
  private static Sent with(LiveDeskMessage message, Sent sent, String knownCode) {
    List<CharSequence> texts = new ArrayList<>(sent.texts());
    Optional<List<String>> own = Texts.of(message.content(), message.contentAttributes());
    own.ifPresent(texts::addAll);
    List<String> names = new ArrayList<>(sent.names());
    names.add(String.valueOf(message.id()));
    if (knownCode != null) {
      names.add(knownCode);
    }
    boolean complete = own.isPresent() && (sent.complete() || message.content() != null);
    return new Sent(sent.secrets(), texts, names, complete);
  }
}
