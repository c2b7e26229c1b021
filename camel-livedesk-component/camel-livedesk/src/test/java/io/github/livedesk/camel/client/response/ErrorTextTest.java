// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.model.ResponseJson;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

  private static final String TEXT =
      "Dear Mrs Weatherby, your code is 4711. \"Zoë & Łukasz\" <wait> at 5 Elm Street\n您的驗證碼是四七一一 😀😀😀";

  private static String shown(String words, Object... texts) {
    List<String> all = List.of(texts).stream().map(Object::toString).toList();
    return ErrorText.shown(words, new Sent(List.of(), all, List.of("141", "order_update"), true));
  }

  private static String shownOfSecret(String words, String... secrets) {
    return ErrorText.shown(words, new Sent(List.of(secrets), List.of(), List.of(), true));
  }

  private static void assertLeftOut(String words, Object... texts) {
    assertThat(shown(words, texts)).as(words).isEqualTo(ErrorText.LEFT_OUT);
  }

  private static void assertShown(String words, Object... texts) {
    assertThat(shown(words, texts)).isEqualTo(words);
  }

  private static String escaped(String text, String format) {
    return text.chars().mapToObj(c -> format.formatted(c)).collect(Collectors.joining());
  }

  /** The parts of the text that a server may quote. */
  private static final List<String> QUOTES =
      List.of(TEXT, "Weatherby", "e is 4711", "Zoë & Łukasz", "<wait> at 5", "的驗證碼", "😀😀😀");

  @Test
  void quotationsAreLeftOut() {
    for (String quote : QUOTES) {
      assertLeftOut("Invalid: '" + quote + "'", TEXT);
      assertLeftOut("Invalid: " + quote, TEXT);
    }
  }

  @Test
  void quotationsInAnotherCaseAreLeftOut() {
    for (String quote : QUOTES) {
      assertLeftOut("Invalid: " + quote.toUpperCase(Locale.ROOT), TEXT);
      assertLeftOut("Invalid: " + quote.toLowerCase(Locale.ROOT), TEXT);
    }
  }

  @Test
  void escapedQuotationsAreLeftOut() {
    for (String quote : QUOTES) {
      assertLeftOut("Invalid: " + URLEncoder.encode(quote, UTF_8), TEXT);
      assertLeftOut("Invalid: " + URLEncoder.encode(quote, UTF_8).replace("%", "%25"), TEXT);
      assertLeftOut("Invalid: " + URLEncoder.encode(quote, UTF_8).replace("%", "\\x"), TEXT);
      assertLeftOut("Invalid: " + escaped(quote, "\\u%04x"), TEXT);
      assertLeftOut("Invalid: " + escaped(quote, "\\u%04X"), TEXT);
      assertLeftOut("Invalid: " + escaped(quote, "\\\\u%04x"), TEXT);
      assertLeftOut("Invalid: " + escaped(quote, "\\u{%x}"), TEXT);
      assertLeftOut("Invalid: " + quote.codePoints().mapToObj("&#%d;"::formatted).toList(), TEXT);
      assertLeftOut("Invalid: " + quote.codePoints().mapToObj("&#x%x;"::formatted).toList(), TEXT);
    }
    assertLeftOut("Invalid: Zo&euml; &amp; &Lstrok;ukasz", TEXT);
    assertLeftOut("Invalid: &amp;#87;&amp;#101;atherb", TEXT);
    assertLeftOut("Invalid: code\\nis\\t4711", TEXT);
  }

  /** A text that looks like an escape itself is quoted as it is. */
  @Test
  void aTextOfEscapesIsLeftOut() {
    assertLeftOut("Invalid: %41%42%43", "see %41%42%43 there");
    assertLeftOut("Invalid: &#87;&#101;", "see &#87;&#101; there");
  }

  @Test
  void whatStandsBetweenLettersDoesNotHelp() {
    assertLeftOut("Invalid: W-e-a-t-h-e-r", TEXT);
    assertLeftOut("Invalid: Wea\u200Bther\u00ADby", TEXT);
    assertLeftOut("Invalid: 4000-1234", "my card is 4000 1234 5678 9010");
    assertLeftOut("Invalid: ４０００１２３４", "my card is 4000 1234 5678 9010");
  }

  @Test
  void quotationsThatAreCutAreLeftOut() {
    assertLeftOut("Invalid: Weath…", TEXT);
    assertLeftOut("Invalid: …herby, …", TEXT);
    assertLeftOut("Invalid: …e 4711", "my code 4711");
  }

  @Test
  void aWordOfItsOwnIsLeftOut() {
    assertLeftOut("4711 is wrong", TEXT);
    assertLeftOut("wrong: PIN4711", TEXT);
    assertLeftOut("elm is wrong", TEXT);
    assertShown("47110 is wrong", TEXT);
    assertShown("elms is wrong", TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Conversation not found",
        "Conversation 141 not found",
        "Resource could not be found",
        "Validation failed: Too many messages",
        "Validation failed: Content is too long (maximum is 150000 characters)",
        "template \"order_update\" is not approved",
        "Template not found or invalid template name",
        "Invalid inbox",
        "Message undeliverable",
        "131047: Re-engagement message is not allowed",
        "Internal Server Error",
        "a page titled '502 Bad Gateway'",
      })
  void whatErrorsSayIsShown(String words) {
    assertShown(
        words,
        "Your message: the conversation about order 4711 was not found in our inbox. A template of"
            + " the order update that was too long to be sent, so please send your validation again.");
    assertShown(words, "5", "ok", "de", "no", "a", "", " ");
  }

  @Test
  void wholeShortTextsAreLeftOut() {
    assertLeftOut("value Visa is invalid", "Visa");
    assertLeftOut("value error is invalid", "error");
    assertLeftOut("Rate limit hit", "rate limit");
    assertLeftOut("小明 is invalid", "小明");
    assertLeftOut("找不到小明的資料", "小明");
    assertLeftOut("value ?!?! is invalid", "?!?!");
    assertLeftOut("value 4711 is invalid", 4711);
    assertShown("visas are invalid", "visa");
  }

  @ParameterizedTest
  @CsvSource({"5,5", "ok,OK", "好,好", "a,a"})
  void aTextOfALetterOrTwoIsLeftOutWhereItIsQuoted(String quote, String text) {
    assertLeftOut("parameter \"" + quote + "\" is invalid", text);
    assertLeftOut("parameter &quot;" + quote + "&quot; is invalid", text);
    assertLeftOut("parameter ‘" + quote + "’ is invalid", text);
    assertShown("parameter 1 has " + quote + " of all", text);
  }

  @Test
  void quotationsAtTheVeryBeginningAreLeftOut() {
    assertLeftOut("Weath is wrong", TEXT);
    assertLeftOut("\"5\" is invalid", "5");
    assertLeftOut("?!?!", "?!?!");
  }

  @Test
  void theShortestWholeTextIsLeftOut() {
    assertLeftOut("value not is wrong", "not");
    assertLeftOut("it is ?!? here", "?!?");
  }

  @Test
  void theEndOfAWordIsNoWord() {
    assertShown("plates are wrong", "these ates");
  }

  @Test
  void anOrdinaryWordBesideAnotherIsShown() {
    assertShown("error zebra", "an error message");
    assertShown("message template was", "message template wonder");
  }

  @Test
  void aWordThatIsSpeltOutIsLeftOut() {
    assertLeftOut("Invalid: on-l-y-m", "it is only me");
  }

  @Test
  void aRowOfOrdinaryWordsIsLeftOut() {
    assertLeftOut("near 'is the text of'", "this is the text of mine");
    assertLeftOut("message was not accepted here", "Your message was not accepted, sorry");
    assertShown("is too long", "this is too long");
  }

  @Test
  void secretsAreLeftOut() {
    String secret = "Sim-Key/ä 73+x";
    for (String quote :
        List.of(
            secret,
            "SIM-KEY/Ä 73+X",
            "sim-key",
            "im_key",
            "Sim-Key%2F%C3%A4+73%2Bx",
            "Sim-Key\\/\\u00e4 73+x",
            "Sim&#45;Key&#x2f;&#228;",
            "keyä7")) {
      assertThat(shownOfSecret("Invalid key " + quote, secret)).isEqualTo(ErrorText.LEFT_OUT);
    }
    assertThat(shownOfSecret("Invalid key", secret)).isEqualTo("Invalid key");
    assertThat(shownOfSecret("abcabc", "abc")).isEqualTo(ErrorText.LEFT_OUT);
    assertThat(shownOfSecret("no quotation", "abc")).isEqualTo("no quotation");
    assertThat(shownOfSecret("message!", "message")).isEqualTo(ErrorText.LEFT_OUT);
    assertThat(shownOfSecret("it is !?!?", "!?!?")).isEqualTo(ErrorText.LEFT_OUT);
  }

  /** A retry by its id alone: nobody here knows the text. */
  @Test
  void whereTheTextIsNotKnownOrdinaryWordsAreShown() {
    var sent = new Sent(List.of(), List.of(), List.of("141", "7"), false);

    for (String words : List.of("Message 7 not found", "Rate limit hit", "Bad Request")) {
      assertThat(ErrorText.shown(words, sent)).isEqualTo(words);
    }
    for (String words : List.of("'Hello Bob' was refused", "code 4711", "訊息", "Message 8 failed")) {
      assertThat(ErrorText.shown(words, sent)).isEqualTo(ErrorText.LEFT_OUT);
    }
  }

  private static String letters(Random random, int length, int kinds) {
    return random
        .ints(length, 'q', 'q' + kinds)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Few kinds of letters, so that there are many quotations, repeated and overlapping ones too. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void findsTheSameAsTheSimplestWay(int kinds) {
    var random = new Random(kinds);
    for (int i = 0; i < 2000; i++) {
      String words = letters(random, 5 + random.nextInt(60), kinds);
      String text = letters(random, 33 + random.nextInt(40), kinds);
      boolean shares =
          IntStream.rangeClosed(0, words.length() - 5)
              .anyMatch(start -> text.contains(words.substring(start, start + 5)));

      assertThat(shown(words, text)).isEqualTo(shares ? ErrorText.LEFT_OUT : words);
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {

    private final String text;
    private long looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
      throw new UnsupportedOperationException();
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"q", "qx", "Please deliver it to 5 Elm Street. ", "the ", "qqqqx", "不"})
  void looksAtALongTextOnce(String part) {
    int length = 2_000_000;
    var text = new Counted(part.repeat(length / part.length()));
    String nearly = "zqqqqz".repeat(200);
    String ordinary = "message is too long ".repeat(50);

    for (String words : List.of(nearly, ordinary, "不z".repeat(500), "&amp;".repeat(200))) {
      text.looks = 0;
      ErrorText.shown(words, new Sent(List.of(), List.of(text, text), List.of(), true));

      assertThat(text.looks).as(words).isBetween(1L, 2L * length);
    }
  }

  @Tag("slow")
  @Test
  void manyShortTextsAreNoProblemEither() {
    Object[] names = IntStream.range(0, 500_000).mapToObj(i -> "n" + i).toArray();

    assertLeftOut("no n499999 here", names);
  }

  @Tag("slow")
  @Test
  void manyEscapesAreNoProblemEither() {
    for (String part : List.of("&amp;", "%25", "\\\\", "\\u005c", "&#", "%2", "%ff")) {
      assertLeftOut("Weatherby " + part.repeat(20_000), TEXT);
    }
  }

  /** No more of a name is read than words are shown: a thousand letters. */
  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void longNamesAreNoProblemEither() {
    for (String part : List.of("%41", "\\", "\\x41", "&amp;", "order ")) {
      var sent = new Sent(List.of(), List.of(), List.of(part.repeat(1_000_000)), true);

      assertThat(ErrorText.shown("Template order is not there", sent)).startsWith("Template");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":\"one\",\"message\":\"two\"}|one",
        "{\"message\":\"two\",\"errors\":[3]}|two",
        "{\"errors\":[\"one\",2]}|one, 2",
        "{\"error\":7}|''",
        "<html><title lang='x'> Bad Gateway </title>|a page titled 'Bad Gateway'",
        "' <p>x'|a page",
        "plain <b>words</b>|plain <b>words</b>",
        "''|''"
      })
  void readsWhatTheServerSays(String body, String words) {
    byte[] text = body.getBytes(UTF_8);
    assertThat(ErrorText.of(ResponseJson.readObject(text).orElse(null), text)).isEqualTo(words);
  }

  @Test
  void staysInOneLineAndShort() {
    assertThat(shown(" a\r\nb\tc\u0000 ")).isEqualTo("a  b c");
    assertThat(shown("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(shown("x".repeat(100_000))).hasSize(200).endsWith("…");
  }
}
