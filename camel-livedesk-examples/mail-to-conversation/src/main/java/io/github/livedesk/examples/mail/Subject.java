// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Header;

/** The subject of a mail. */
public final class Subject {

  private static final Pattern CONVERSATION = Pattern.compile("\\[#([0-9]{1,18})\\]");

  private Subject() {}

  /** The conversation that it names; null when it names none. */
  public static String conversationId(@Header("Subject") String subject) {
    Matcher name = CONVERSATION.matcher(subject == null ? "" : subject);
    return name.find() ? name.group(1) : null;
  }
}
