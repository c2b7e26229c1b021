// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types by name and by first bytes, and the endings of types. */
class ContentTypesTest {

  @ParameterizedTest
  @CsvSource({
    "voice.opus, audio/ogg; codecs=opus",
    "a.ogg, audio/ogg",
    "a.oga, audio/ogg",
    "a.ogv, video/ogg",
    "a.wav, audio/wav",
    "a.aac, audio/aac",
    "a.m4a, audio/mp4",
    "a.mp3, audio/mpeg",
    "a.amr, audio/amr",
    "a.flac, audio/flac",
    "a.mp4, video/mp4",
    "a.m4v, video/mp4",
    "a.webm, video/webm",
    "a.mov, video/quicktime",
    "a.3gp, video/3gpp",
    "a.mkv, video/x-matroska",
    "a.jpg, image/jpeg",
    "a.JPEG, image/jpeg",
    "a.jfif, image/jpeg",
    "a.png, image/png",
    "a.gif, image/gif",
    "a.bmp, image/bmp",
    "a.webp, image/webp",
    "a.heic, image/heic",
    "a.avif, image/avif",
    "a.tif, image/tiff",
    "a.svg, image/svg+xml",
    "Offer #3? 50%.final.PDF, application/pdf",
    "a b .png , image/png",
    "a.tar.gz, application/gzip",
    "a.zip, application/zip",
    "a.7z, application/x-7z-compressed",
    "a.rar, application/vnd.rar",
    "a.rtf, application/rtf",
    "a.exe, application/x-msdownload",
    "a.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "a.xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "a.pptx, application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "a.doc, application/msword",
    "a.xls, application/vnd.ms-excel",
    "a.ppt, application/vnd.ms-powerpoint",
    "a.odt, application/vnd.oasis.opendocument.text",
    "a.ods, application/vnd.oasis.opendocument.spreadsheet",
    "a.odp, application/vnd.oasis.opendocument.presentation",
    "a.epub, application/epub+zip",
    "a.txt, text/plain",
    "a.csv, text/csv",
    "a.json, application/json",
    "a.xml, application/xml",
    "a.html, text/html",
    "a.md, text/markdown",
    "a.ics, text/calendar",
    "a.vcf, text/vcard",
    "a.eml, message/rfc822",
    "a.msg, application/vnd.ms-outlook",
    "a.apk, application/vnd.android.package-archive",
    // Rarer ones, by Camel's own table.
    "a.dwg, image/vnd.dwg",
    "a.xlsm, application/vnd.ms-excel.sheet.macroenabled.12",
  })
  void byTheEndingOfTheName(String name, String type) {
    assertThat(ContentTypes.ofName(name)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "README", "a.", "a.bin", "a.unheardof", "pdf", "a.pdf/b", "a.圖", "."})
  void isNullWhereTheNameSaysNothing(String name) {
    assertThat(ContentTypes.ofName(name)).isNull();
    assertThat(ContentTypes.ofName(null)).isNull();
  }

  /** Each character a byte; what follows the part that tells is of no matter. */
  private static byte[] bytes(String begin) {
    return Arrays.copyOf(begin.getBytes(ISO_8859_1), begin.length() + 600);
  }

  private static String ftyp(String brand) {
    return "\0\0\0\u0018ftyp" + brand + "\0\0\0\0isommif1";
  }

  private static void assertBytes(String begin, String type) {
    byte[] bytes = bytes(begin);
    assertThat(ContentTypes.ofBytes(bytes)).as(begin).isEqualTo(type);
    assertThat(ContentTypes.ofBytes(ByteBuffer.wrap(bytes))).isEqualTo(type);
  }

  @Test
  void imagesByTheirFirstBytes() {
    assertBytes("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF", "image/jpeg");
    assertBytes("\u0089PNG\r\n\u001a\n", "image/png");
    assertBytes("GIF89a\1\0", "image/gif");
    assertBytes("BMF\0\0\0\0\0\0\0F\0\0\0(\0", "image/bmp");
    assertBytes("RIFF\1\1\0\0WEBPVP8 ", "image/webp");
    assertBytes("II*\0\u0008\0", "image/tiff");
    assertBytes("MM\0*\0\0\0\u0008", "image/tiff");
    assertBytes(ftyp("heic"), "image/heic");
    assertBytes(ftyp("avif"), "image/avif");
    assertBytes("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "image/heic");
    assertBytes("\0\0\0\u0018ftypmif1\0\0\0\0mif1avif", "image/avif");
  }

  @Test
  void soundsByTheirFirstBytes() {
    String page = "OggS\0\2\0\0\0\0\0\0\0\0\1\2\3\4\0\0\0\0\5\6\7\10\1\23";
    assertBytes(page + "OpusHead\1\2", "audio/ogg; codecs=opus");
    assertBytes(page + "\1vorbis\0\0", "audio/ogg");
    assertBytes("RIFF\1\1\0\0WAVEfmt ", "audio/wav");
    assertBytes("\u00ff\u00f1P\u0080", "audio/aac");
    assertBytes("\u00ff\u00f9P\u0080", "audio/aac");
    assertBytes(ftyp("M4A "), "audio/mp4");
    assertBytes(ftyp("M4B "), "audio/mp4");
    assertBytes("ID3\4\0\0\0", "audio/mpeg");
    assertBytes("\u00ff\u00fb\u0090d", "audio/mpeg");
    assertBytes("\u00ff\u00f3@\u00c0", "audio/mpeg");
    assertBytes("#!AMR\n<", "audio/amr");
    assertBytes("#!AMR-WB\n<", "audio/amr-wb");
    assertBytes("fLaC\0\0", "audio/flac");
  }

  @ParameterizedTest
  @ValueSource(strings = {"isom", "iso2", "mp41", "mp42", "avc1", "MSNV", "M4V ", "dash"})
  void mp4ByItsBrand(String brand) {
    assertBytes(ftyp(brand), "video/mp4");
  }

  @Test
  void otherVideosByTheirFirstBytes() {
    assertBytes(ftyp("qt  "), "video/quicktime");
    assertBytes("\0\0\0\u0008wide\0\0\0\0mdat", "video/quicktime");
    assertBytes(ftyp("3gp4"), "video/3gpp");
    assertBytes(
        "OggS\0\2\0\0\0\0\0\0\0\0\1\2\3\4\0\0\0\0\5\6\7\10\1\52\u0080theora\3\2", "video/ogg");
    assertBytes("\u001aE\u00df\u00a3\u0093B\u0082\u0084webm", "video/webm");
    assertBytes("\u001aE\u00df\u00a3\u0093B\u0082\u0088matroska", "video/x-matroska");
  }

  @Test
  void documentsAndArchivesByTheirFirstBytes() {
    assertBytes("%PDF-1.7\n", "application/pdf");
    assertBytes("{\\rtf1\\ansi", "application/rtf");
    assertBytes("\u001f\u008b\u0008\0", "application/gzip");
    assertBytes("7z\u00bc\u00af'\u001c\0\4", "application/x-7z-compressed");
    assertBytes("Rar!\u001a\u0007\1\0", "application/vnd.rar");
    assertBytes("MZ\u0090\0\3\0", "application/x-msdownload");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello",
        "Größe, 報價, 👩‍👧\n\tEnd\r\n",
        "\uFEFFwith a mark",
        "BMW is a make of car",
        "MZ, initials of somebody",
        "ID3 tags explained",
        "The free ftyp box",
        "{\"a\": 1}",
        "<?xml version=\"1.0\"?><order/>",
        "PK is short for primary key",
        "<!-- <svg> --><html>",
      })
  void textIsUtf8WithoutControlCharacters(String text) {
    assertThat(ContentTypes.ofBytes(text.getBytes(UTF_8))).isEqualTo("text/plain");
  }

  @Test
  void textMayBeCutWithinALetter() {
    byte[] bytes = "報價".getBytes(UTF_8);

    assertThat(ContentTypes.ofBytes(Arrays.copyOf(bytes, 5))).isEqualTo("text/plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\uFEFF<?xml version=\"1.0\"?>\n<!-- made by > hand -->\n<svg>",
        "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\"><svg>",
      })
  void svgIsTextOfAnotherName(String text) {
    assertThat(ContentTypes.ofBytes(text.getBytes(UTF_8))).isEqualTo("image/svg+xml");
  }

  @Test
  void isNullWhereTheBytesSayNothing() {
    assertThat(ContentTypes.ofBytes(new byte[0])).isNull();
    assertThat(ContentTypes.ofBytes(new byte[] {0, 1, 2, 3})).isNull();
    assertThat(ContentTypes.ofBytes("caf\u00e9 au lait".getBytes(ISO_8859_1))).isNull();
    assertThat(ContentTypes.ofBytes("\uFEFFhello".getBytes(UTF_16LE))).as("no MP3").isNull();
    assertThat(ContentTypes.ofBytes(bytes("RIFF\1\1\0\0RMID"))).isNull();
  }

  /** Whatever is cut, there is an answer and no failure. */
  @Test
  void shortBytesAreNoTrouble() {
    for (String begin :
        new String[] {
          ftyp("M4A "),
          "PK\3\4\24\0\0\0",
          "RIFF\1\1\0\0WEBP",
          "OggS\0\2",
          "ID3\4",
          "\u00ff\u00fb\u0090"
        }) {
      for (int length = 0; length <= begin.length(); length++) {
        ContentTypes.ofBytes(begin.substring(0, length).getBytes(ISO_8859_1));
      }
    }
    assertThat(ContentTypes.ofBytes(bytes("PK\3\4"))).isEqualTo("application/zip");
  }

  @ParameterizedTest
  @CsvSource({
    "audio/mpeg, .mp3",
    "audio/mp4, .m4a",
    "audio/ogg, .ogg",
    "audio/ogg; codecs=opus, .ogg",
    "video/mp4, .mp4",
    "video/webm, .webm",
    "video/quicktime, .mov",
    "image/jpeg, .jpg",
    "image/jpg, .jpg",
    "IMAGE/PNG, .png",
    "text/plain; charset=Big5, .txt",
    "application/x-msdownload, .exe",
    "application/gzip, .gz",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document, .docx",
    "application/octet-stream, .bin",
    "text/x-unheard-of, .txt",
    "application/x-unheard-of, ''",
  })
  void theUsualEndingOfAType(String type, String ending) {
    assertThat(ContentTypes.ending(type)).isEqualTo(ending);
  }

  /** Other names of types that mails and browsers really write, by their one ending. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .tiff | image/tiff image/tif image/x-tif image/x-tiff application/tiff
          .mp4 | video/mp4 application/mp4 video/x-m4v video/mpeg4 video/x-mp4 video/mp4v-es
          .jpg | image/jpeg image/jpg image/pjpeg image/jpe image/x-jpg image/x-jpeg image/jfif
          .png | image/png image/x-png
          .gif | image/gif image/x-gif
          .bmp | image/bmp image/x-bmp image/x-ms-bmp image/x-windows-bmp
          .ico | image/x-icon image/vnd.microsoft.icon image/ico
          .svg | image/svg+xml image/svg
          .psd | image/vnd.adobe.photoshop image/x-photoshop image/psd application/x-photoshop
          .emf | image/emf image/x-emf application/x-msmetafile
          .wav | audio/wav audio/x-wav audio/wave audio/x-pn-wav audio/vnd.wave
          .mp3 | audio/mpeg audio/mp3 audio/x-mp3 audio/mpeg3 audio/x-mpeg-3 audio/mpg audio/x-mpeg
          .m4a | audio/mp4 audio/x-m4a audio/m4a audio/mp4a-latm
          .aac | audio/aac audio/x-aac audio/aacp audio/x-hx-aac-adts
          .ogg | audio/ogg audio/x-ogg audio/vorbis audio/opus
          .amr | audio/amr audio/AMR audio/x-amr
          .flac | audio/flac audio/x-flac
          .mid | audio/midi audio/mid audio/x-midi audio/sp-midi
          .avi | video/x-msvideo video/msvideo video/avi video/vnd.avi
          .mkv | video/x-matroska video/matroska
          .mpg | video/mpeg video/mpg video/x-mpeg
          .3gp | video/3gpp audio/3gpp video/3gp
          .pdf | application/pdf application/x-pdf application/acrobat application/vnd.pdf text/pdf
          .zip | application/zip application/x-zip application/x-zip-compressed
          .gz | application/gzip application/x-gzip application/gzip-compressed
          .rar | application/vnd.rar application/x-rar application/rar application/x-rar-compressed
          .7z | application/x-7z-compressed application/7z-compressed application/x-7z
          .tar | application/x-tar application/tar application/x-gtar
          .exe | application/x-msdownload application/x-dosexec application/x-msdos-program
          .doc | application/msword application/x-msword application/vnd.ms-word application/doc
          .xls | application/vnd.ms-excel application/msexcel application/x-msexcel application/excel
          .ppt | application/vnd.ms-powerpoint application/mspowerpoint application/powerpoint
          .xlsm | application/vnd.ms-excel.sheet.macroEnabled.12
          .rtf | application/rtf text/rtf application/x-rtf
          .csv | text/csv application/csv text/x-csv text/comma-separated-values
          .json | application/json text/json application/x-json application/hal+json
          .xml | application/xml text/xml application/x-xml application/soap+xml
          .vcf | text/vcard text/x-vcard text/directory application/vcard
          .ics | text/calendar application/ics text/x-vcalendar
          .md | text/markdown text/x-markdown
          .js | text/javascript application/javascript application/x-javascript
          .html | text/html
          .p7s | application/pkcs7-signature application/x-pkcs7-signature
          .yaml | text/yaml application/yaml application/x-yaml text/x-yaml
          """)
  void otherNamesOfATypeHaveItsEnding(String ending, String types) {
    for (String type : types.split(" ", -1)) {
      assertThat(ContentTypes.ending(type)).as(type).isEqualTo(ending);
      assertThat(ContentTypes.ending(ContentTypes.normalized(type))).as(type).isEqualTo(ending);
    }
  }

  @Test
  void whatIsText() {
    for (String type :
        new String[] {
          "text/csv",
          "text/plain; charset=Big5",
          "application/json",
          "application/xml",
          "application/problem+json; x=y",
          "application/soap+xml",
          "application/xhtml+xml; charset=Big5",
          "text/xml",
          "application/x-www-form-urlencoded"
        }) {
      assertThat(ContentTypes.isText(type)).as(type).isTrue();
    }
    for (String type :
        new String[] {
          null,
          "image/png",
          "application/pdf",
          "audio/ogg",
          "image/svg+xml",
          "image/svg+xml; charset=utf-8",
          "model/gltf+json",
          "model/x3d+xml",
          "message/imdn+xml",
          "application/epub+zip"
        }) {
      assertThat(ContentTypes.isText(type)).as(type).isFalse();
    }
  }
}
