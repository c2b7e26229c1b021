// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.api.MessageRequest.SendFiles;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.FileContent;
import io.github.livedesk.camel.model.FilePart;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Rack server reads is the name as it was. */
class FileNamesTest {

  private static final String TYPE = "audio/mp4; codecs=\"mp4a.40.2, opus\"";

  /** The head of the part that a file of this name gets. */
  private static String head(String name) throws Exception {
    var file = new FilePart(FileContent.of(new byte[0]), name, TYPE);
    var request = new SendFiles("141", null, false, Map.of(), List.of(file));
    var body =
        new MultipartBody(
            request.content(), 0, new SourceWatch(Duration.ofSeconds(30)), Runnable::run);
    body.onMore(() -> {});
    var written = new ByteArrayOutputStream();
    boolean isLast;
    do {
      ByteBuffer bytes = body.next();
      isLast = body.isLast();
      while (bytes.hasRemaining()) {
        written.write(bytes.get());
      }
    } while (!isLast);
    String text = written.toString(UTF_8);
    int begin = text.indexOf("Content-Disposition", text.indexOf("false\r\n"));
    return text.substring(begin, text.indexOf("\r\n\r\n", begin) + 2);
  }

  private static void assertArrives(String name, String arrives) throws Exception {
    var part = new RackNames.Part("attachments[]", arrives, TYPE);
    assertThat(RackNames.rack2(head(name))).isEqualTo(part);
    assertThat(RackNames.rack3(head(name))).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offer.pdf",
        "圖片 1.png",
        "emoji 👩‍👧.txt",
        "50% off.pdf",
        "100%.pdf",
        "100%25 off.pdf",
        "a%0D%0Ab.pdf",
        "a%2Fb.pdf",
        "a%5Cb.pdf",
        "%22.txt",
        "%41%.txt",
        "%%41.txt",
        "%",
        "50% \"x\".pdf",
        "\"quoted\"",
        "a+b c&d=e.txt",
        "x; name=content; y.txt",
        "x;NAME =\"content\"; y.txt",
        "x; filename=y.txt",
        "x; filename*=UTF-8''y.txt",
        "50%20off; name=\"x\".txt",
        "a Content-Type: text html",
        "content-type: image-png; name=b",
        "Content-Disposition: form-data; name=\"content\"",
        "a;b,c=d.txt",
        "a; b.txt",
        " .hidden ",
        "(1) [2] {3} 'four' *.txt",
      })
  void asItWas(String name) throws Exception {
    assertArrives(name, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"offer.pdf", "50% off.pdf", "a;b.txt", "圖片 1.png", "100%.pdf"})
  void whatNeedsNoCodesHasNone(String name) throws Exception {
    assertThat(head(name)).contains("filename=\"" + name + "\"\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      textBlock =
          """
          /etc/pass.txt, pass.txt
          C:\\x\\y.txt, y.txt
          trailing/, trailing
          trailing\\, trailing
          a\\"b.txt, "b.txt
          """)
  void pathsAreCutAtTheFront(String name, String arrives) throws Exception {
    assertArrives(name, arrives);
  }

  @Test
  void controlCharactersAndHalvesBecomeUnderscores() throws Exception {
    assertArrives("a\r\nX-Evil: 1.txt", "a__X-Evil: 1.txt");
    assertArrives("a\u0000\t\u007F\u0085b.txt", "a____b.txt");
    assertArrives("half\uD83D.txt", "half_.txt");
    assertArrives("two\u2028lines\u2029.txt", "two_lines_.txt");
  }

  @Test
  void whatNobodyCanSeeIsLeftOut() throws Exception {
    assertArrives("\uFEFFoffer\u200B\u2060\u00AD.p\u2063df", "offer.pdf");
    assertArrives("\u180E\uFFF9a\uFFFB.txt", "a.txt");
  }

  /** Joiners of Persian and of emoji, the marks of flags, and signs of Arabic numbers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645.txt",
        "\uD83D\uDC69\u200D\uD83D\uDC67.png",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F.png",
        "\u0600\u06F1.txt",
        "two\u00A0words\u3000.txt"
      })
  void whatShapesLettersStays(String name) throws Exception {
    assertArrives(name, name);
  }

  @Test
  void whatTurnsTheDirectionOfWritingIsLeftOut() throws Exception {
    assertArrives("offer\u202Efdp.exe", "offerfdp.exe");
    assertArrives(
        "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069a.txt", "a.txt");
    assertArrives("x;\u200E name=content.txt", "x; name=content.txt");
  }

  @Test
  void aNameOfNothingIsNone() throws Exception {
    assertArrives("\u202E", "attachment.m4a");
    assertArrives("///", "attachment.m4a");
    assertArrives(" ", "attachment.m4a");
    assertArrives("\u00A0", "attachment.m4a");
    assertArrives("\u200D\u3164\u2800\uFE0F", "attachment.m4a");
  }

  @Test
  void aNameThatRackWouldFindTooLongKeepsItsEnding() throws Exception {
    for (String unit : new String[] {"x", "報", "👩", "%41", "\""}) {
      String name = RackNames.rack3(head(unit.repeat(2000) + ".pdf")).fileName();

      assertThat(name).endsWith(".pdf").startsWith(unit).doesNotContain("_", "\uFFFD");
      assertThat(name.length()).isGreaterThan(250);
    }
    assertArrives("\"".repeat(250) + ".pdf", "\"".repeat(250) + ".pdf");
  }
}
