// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages on the page are those of the component's code, and all of them. */
class TroubleshootingTest {

  private static final Path SOURCES =
      Docs.PROJECT.resolve("camel-livedesk-component/camel-livedesk/src/main/java");

  private static final Pattern MESSAGE = Pattern.compile("`\\+(.+?)\\+`");
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\.|[^\"\\\\\\n])*)\"");
  private static final Pattern FORMATTED = Pattern.compile("%\\d*[dsX]");
  private static final Pattern CONTINUED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "(?s:/\\*.*?\\*/)|(?m:^\\s*//.*$)|(?s:public String toString\\(\\) \\{.*?\\n  })");
  private static final Pattern ANNOTATION =
      Pattern.compile("@\\w+\\((?:[^()\"]|\"(?:\\\\.|[^\"\\\\])*\"|\\([^()]*\\))*\\)");

  /** Classes whose texts become messages of exceptions and of the health check. */
  private static final Pattern SPEAKING =
      Pattern.compile(
          ".*/livedesk/camel/((?!LiveDeskDevConsole)\\w+|binding/(\\w+/)?\\w+"
              + "|client/contact/(ContactCall|ContactJson|ContactSearch|EnsureRun)|client/conversation/ConversationCall"
              + "|client/\\w+/(CallResultReader|ConnectionProbe|ErrorText|OperationRun|ResourceReader|FailureTranslator|FileSegment"
              + "|MultipartBody|ReadAhead|ResponseParser|RetryPolicy|Send|UnreadableFileException)"
              + "|model/failure/(LiveDesk\\w+Exception|FieldErrors?|Listing|Names"
              + "|UnreadableValueException)|model/(contact/LiveDeskContact\\w*"
              + "|conversation/LiveDeskConversation|Numbers|Template\\w+|UntrustedValues))\\.java");

  /** Texts with a blank that are for machines or the log, or no message by themselves. */
  private static final Pattern NO_MESSAGE =
      Pattern.compile("(?s).*(Content-|multipart/|HTTP/1|\\[ -~\\]|can't be changed|\\{}).*");

  @Test
  void everyMessageOfThePageIsOneOfTheComponent() {
    List<String> longestFirst =
        texts(".*").stream()
            .map(text -> text.strip().length() > 3 ? text.strip() : text)
            .filter(text -> text.length() > 3 || !text.equals(text.strip()) || text.contains(":"))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    var unknown = new ArrayList<String>();
    for (String message : messages()) {
      String left = message.replaceFirst("^\\w+(?=: found )", "");
      for (String text : longestFirst) {
        left = left.replace(text, "|");
      }
      if (!left.matches("[|.,;:\\s\\d']*")) {
        unknown.add(message + " -> " + left);
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyMessageOfTheComponentIsOnThePage() {
    String page = String.join("\n", messages());
    var missing = new TreeSet<String>();
    for (String text : texts(SPEAKING.pattern())) {
      boolean isMessage = text.strip().contains(" ") && !NO_MESSAGE.matcher(text).matches();
      if (isMessage && !page.contains(text.strip())) {
        missing.add(text);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> messages() {
    return MESSAGE
        .matcher(Docs.text("troubleshooting"))
        .results()
        .map((MatchResult it) -> it.group(1))
        .toList();
  }

  private static Set<String> texts(String files) {
    Set<String> texts = new TreeSet<>();
    for (Path file : Docs.filesOfProject(".java")) {
      if (file.startsWith(SOURCES) && file.toString().replace('\\', '/').matches(files)) {
        String code = NO_TEXT.matcher(Docs.read(file)).replaceAll("");
        code = ANNOTATION.matcher(code).replaceAll("").replace("'\"'", "quote");
        TEXT.matcher(CONTINUED.matcher(code).replaceAll(""))
            .results()
            .flatMap((MatchResult it) -> FORMATTED.splitAsStream(it.group(1)))
            .forEach(texts::add);
      }
    }
    return texts;
  }
}
