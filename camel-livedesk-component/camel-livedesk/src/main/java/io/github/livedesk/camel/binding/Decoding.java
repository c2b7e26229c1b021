// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.binding.FileNaming.DeclaredCharset;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;

/** Bytes as a text, in the charset that exchange or headers name, else in UTF-8. */
final class Decoding {

  /**
   * How ISO-2022-JP, -KR and -CN change to letters of their own: valid UTF-8, but nothing to read.
   */
  private static final Pattern ISO_2022 = Pattern.compile("\u001B[$()]");

  private Decoding() {}

  /**
   * The text of all the bytes, without a byte order mark.
   *
   * @throws LiveDeskRequestException where they are none in that charset, or there is no such
   *     charset
   */
  static String text(ExchangeOptions reader, byte[] bytes) {
    try {
      String text =
          charset(reader)
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      if (ISO_2022.matcher(text).find()) {
        throw ByteBody.notText(reader);
      }
      return PlainText.withoutMark(text);
    } catch (CharacterCodingException e) {
      throw ByteBody.notText(reader);
    }
  }

  private static Charset charset(ExchangeOptions reader) {
    String camels = ExchangeHelper.getCharsetName(reader.exchange(), false);
    Optional<DeclaredCharset> declared = FileNaming.declaredCharset(reader);
    if (camels == null && declared.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    String name = camels == null ? declared.get().name() : camels;
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // Camel's consumers of HTTP copy that of the header to the property.
      String place =
          declared
              .filter(it -> it.name().equalsIgnoreCase(name))
              .map(DeclaredCharset::header)
              .orElse(Exchange.CHARSET_NAME);
      throw reader.wrong(place, "a charset that this JVM does not have", "one such as UTF-8");
    }
  }
}
