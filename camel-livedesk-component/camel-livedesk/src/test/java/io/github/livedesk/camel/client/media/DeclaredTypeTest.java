// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      textBlock =
          """
          image/png > image/png
          IMAGE/PNG; name=photo.png > image/png
          image/png; name="p; charset=x, y.png" > image/png
          image/png; name=圖片 1, neu.png > image/png
          image/png; name="=?UTF-8?B?5ZyW54mH?=" > image/png
          image/png; name="never ended > image/png
          image/png; > image/png
          text/plain;charset=Big5;format=flowed > text/plain; charset=Big5
          Text/Plain; CHARSET="utf-8" > text/plain; charset=utf-8
          text/plain; charset="utf-8; a=b" > text/plain
          text/plain; charset= > text/plain
          text/calendar; method=REQUEST; charset=UTF-8 > text/calendar; charset=UTF-8
          audio/ogg;codecs="opus" > audio/ogg; codecs=opus
          audio/mp4; codecs="mp4a.40.2, opus"; name=a > audio/mp4; codecs="mp4a.40.2, opus"
          video/mp4; codecs="avc1.64001f" > video/mp4
          application/pdf; charset=binary > application/pdf
          image/pjpeg > image/jpeg
          image/x-png > image/png
          Image/X-MS-BMP; name=a.bmp > image/bmp
          image/x-bmp > image/bmp
          video/x-m4v > video/mp4
          image/tif; name=scan.tif > image/tiff
          application/mp4 > video/mp4
          audio/opus > audio/ogg; codecs=opus
          audio/opus; rate=48000 > audio/ogg; codecs=opus
          image/jpg > image/jpg
          application/vnd.openxmlformats-officedocument.wordprocessingml.document; x=1 > application/vnd.openxmlformats-officedocument.wordprocessingml.document
          """)
  void keepsTheTypeAndWhatTellsHowToReadIt(String declared, String normalized) {
    assertThat(ContentTypes.normalized(declared)).isEqualTo(normalized);
  }

  @Test
  void readsAFieldOfAMailThatIsFoldedOrLong() {
    assertThat(ContentTypes.normalized("image/png;\r\n\tname=\"p.png\"")).isEqualTo("image/png");
    assertThat(ContentTypes.normalized("image/png; name=" + "x".repeat(5000)))
        .isEqualTo("image/png");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        ";",
        "pdf",
        "image/",
        "/png",
        "image/*",
        "*/*",
        "image/png, image/jpeg",
        "image/png; q=0.9, image/jpeg; q=0.8",
        "ima ge/png",
        "image/png\r\nX-Evil: 1",
        "image/p\u0000ng",
        "image/圖",
        "image/png/x",
        "image/(png)",
        "application/octet-stream",
        "Application/Octet-Stream; name=\"a.png\"",
        "binary/octet-stream",
        "application/x-download",
        "application/force-download",
        "application/unknown",
        "application/ogg"
      })
  void isNullWhereNothingIsSaid(String declared) {
    assertThat(ContentTypes.normalized(declared)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '~',
      textBlock =
          """
          application/json; charset=ISO-2022-JP > ISO-2022-JP
          APPLICATION/XML;CHARSET="big5";x=y > big5
          application/x-www-form-urlencoded ; charset = utf-8 > utf-8
          text/plain; charset='utf-8' > utf-8
          application/octet-stream; charset=Big5 > Big5
          text/plain; charset=klingon > klingon
          text/plain; charset= >
          text/plain; charset="" >
          text/plain; charset >
          text/plain; name="charset=Big5" >
          application/json >
          ; >
          """)
  void theCharsetOfAnyType(String declared, String charset) {
    assertThat(ContentTypes.charset(declared)).isEqualTo(charset);
  }

  @Test
  void canAlwaysStandInAHead() {
    for (String evil : new String[] {"\r\nX: 1", "\"\r\nX: 1", "\u0085", "\u2028", "é", "\u0000"}) {
      for (String place :
          new String[] {"image/png%s", "text/plain; charset=a%s", "audio/ogg; codecs=\"a%s\""}) {
        String normalized = ContentTypes.normalized(place.formatted(evil));
        if (normalized != null) {
          assertThat(normalized).matches("[ -~]+");
        }
      }
    }
  }
}
