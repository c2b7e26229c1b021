// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which type a file name's ending stands for, and which ending goes with a type. */
final class MediaTypes {

  /** A voice note; WhatsApp plays it as one only with its codec in the type. */
  static final String OPUS = "audio/ogg; codecs=opus";

  /**
   * A line has the type, other names of it, a bar, and its endings, the usual one first. Where a
   * type or an ending is on two lines, the first one counts.
   */
  private static final String TABLE =
      """
      image/jpeg image/jpg image/jpe image/pjpeg image/jfif | jpg jpeg jpe jfif pjpeg pjp
      image/png | png
      image/apng image/vnd.mozilla.apng | apng
      image/gif | gif
      image/bmp image/ms-bmp image/windows-bmp application/bmp | bmp dib
      image/webp | webp
      image/tiff image/tif application/tiff application/tif | tiff tif
      image/svg+xml image/svg | svg
      image/heic image/heic-sequence | heic
      image/heif image/heif-sequence | heif
      image/avif | avif
      image/jxl | jxl
      image/jp2 image/jpeg2000 image/jpeg2000-image | jp2
      image/x-icon image/vnd.microsoft.icon image/icon image/ico | ico
      image/vnd.adobe.photoshop image/photoshop image/psd application/photoshop application/psd | psd
      image/emf application/emf application/msmetafile | emf
      image/wmf application/wmf | wmf
      image/vnd.dwg image/dwg application/dwg application/acad application/autocad_dwg | dwg
      image/vnd.dxf image/dxf application/dxf | dxf
      audio/ogg audio/opus audio/vorbis | ogg oga spx
      audio/wav audio/wave audio/vnd.wave audio/pn-wav | wav
      audio/aac audio/aacp audio/hx-aac-adts | aac
      audio/mp4 audio/m4a audio/mp4a-latm | m4a m4b
      audio/mpeg audio/mp3 audio/mpeg3 audio/mpeg-3 audio/mpg audio/mpegaudio audio/mpa | mp3 mp2 mpga
      audio/amr audio/amr-nb | amr
      audio/amr-wb | awb
      audio/flac application/flac | flac
      audio/aiff | aiff aif
      audio/midi audio/mid audio/sp-midi application/midi | mid midi
      audio/basic audio/au | au snd
      audio/webm | weba
      audio/x-ms-wma | wma
      audio/x-caf | caf
      video/ogg | ogv
      video/mp4 application/mp4 video/mpeg4 video/mp4v-es video/m4v | mp4 m4v mp4v
      video/webm | webm
      video/quicktime video/mov | mov qt
      video/3gpp audio/3gpp video/3gp audio/3gp | 3gp 3gpp
      video/3gpp2 audio/3gpp2 | 3g2
      video/x-matroska | mkv
      video/x-msvideo video/avi video/vnd.avi application/avi | avi
      video/mpeg video/mpg | mpg mpeg
      video/x-ms-wmv | wmv
      video/x-flv | flv
      application/pdf application/acrobat application/vnd.pdf text/pdf | pdf
      application/zip application/x-zip-compressed application/zip-compressed multipart/zip | zip
      application/gzip application/gunzip application/gzipped application/gzip-compressed | gz tgz
      application/x-7z-compressed application/7z | 7z
      application/vnd.rar application/x-rar-compressed application/rar | rar
      application/x-tar application/gtar | tar
      application/x-bzip2 application/bzip | bz2
      application/x-xz | xz
      application/zstd | zst
      application/rtf text/rtf | rtf
      application/x-msdownload application/vnd.microsoft.portable-executable application/dosexec application/msdos-program application/exe | exe dll
      application/vnd.android.package-archive | apk
      application/java-archive | jar
      application/msword application/vnd.msword application/vnd.ms-word application/winword application/word application/doc | doc dot
      application/vnd.ms-excel application/msexcel application/ms-excel application/excel application/xls | xls xlt
      application/vnd.ms-powerpoint application/mspowerpoint application/ms-powerpoint application/powerpoint application/ppt | ppt pps
      application/vnd.ms-outlook | msg
      application/vnd.ms-word.document.macroenabled.12 | docm
      application/vnd.ms-excel.sheet.macroenabled.12 | xlsm
      application/vnd.ms-excel.sheet.binary.macroenabled.12 | xlsb
      application/vnd.ms-powerpoint.presentation.macroenabled.12 | pptm
      application/vnd.ms-project application/msproject | mpp
      application/vnd.visio application/visio | vsd
      application/vnd.openxmlformats-officedocument.wordprocessingml.document application/docx | docx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/xlsx | xlsx
      application/vnd.openxmlformats-officedocument.presentationml.presentation application/pptx | pptx
      application/vnd.openxmlformats-officedocument.wordprocessingml.template | dotx
      application/vnd.openxmlformats-officedocument.spreadsheetml.template | xltx
      application/vnd.openxmlformats-officedocument.presentationml.template | potx
      application/vnd.openxmlformats-officedocument.presentationml.slideshow | ppsx
      application/vnd.oasis.opendocument.text | odt
      application/vnd.oasis.opendocument.spreadsheet | ods
      application/vnd.oasis.opendocument.presentation | odp
      application/vnd.oasis.opendocument.graphics | odg
      application/vnd.apple.keynote | key
      application/vnd.apple.numbers | numbers
      application/vnd.apple.pages | pages
      application/vnd.apple.pkpass | pkpass
      application/epub+zip | epub
      application/json text/json | json
      application/x-ndjson application/ndjson | ndjson
      application/xml text/xml | xml
      text/yaml application/yaml text/vnd.yaml | yaml yml
      application/gpx+xml | gpx
      application/vnd.google-earth.kml+xml | kml
      application/vnd.google-earth.kmz | kmz
      application/postscript | ps eps
      application/pkcs7-mime | p7m
      application/pkcs7-signature | p7s
      application/x-pkcs12 application/pkcs12 | p12 pfx
      message/rfc822 | eml
      text/plain application/txt application/text | txt text log
      text/csv application/csv text/comma-separated-values application/vnd.csv | csv
      text/tab-separated-values | tsv
      text/html application/html | html htm
      application/xhtml+xml | xhtml
      text/markdown | md markdown
      text/calendar application/ics text/vcalendar | ics
      text/vcard application/vcard text/directory | vcf
      text/css | css
      text/javascript application/javascript application/ecmascript | js
      """;

  private static final Pattern ENDING = Pattern.compile("[A-Za-z0-9_+-]{1,20}");
  private static final Map<String, String> BY_ENDING = new HashMap<>();
  private static final Map<String, String> ENDINGS = new HashMap<>();

  static {
    TABLE.lines().forEach(MediaTypes::add);
    BY_ENDING.put("opus", OPUS);
    ENDINGS.put(ContentTypes.UNKNOWN, "bin");
  }

  private MediaTypes() {}

  private static void add(String line) {
    int bar = line.indexOf('|');
    List<String> types = words(line.substring(0, bar));
    List<String> endings = words(line.substring(bar + 1));
    types.forEach(type -> ENDINGS.putIfAbsent(type, endings.get(0)));
    endings.forEach(ending -> BY_ENDING.putIfAbsent(ending, types.get(0)));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" ", -1));
  }

  /** The type of an ending in lower case; null when it is not in the table. */
  static String ofEnding(String ending) {
    return BY_ENDING.get(ending);
  }

  /** The usual ending of a type without parameters, without its dot; null when there is none. */
  static String endingOf(String type) {
    // Before a type is registered, and often after it, it has the same name with x-.
    return Stream.of(type, type.replace("/x-", "/"), type.replace("/", "/x-"))
        .map(ENDINGS::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> endingOfFamily(type));
  }

  private static String endingOfFamily(String type) {
    if (type.endsWith("+json")) {
      return "json";
    }
    if (type.endsWith("+xml")) {
      return "xml";
    }
    return type.startsWith("text/") ? "txt" : null;
  }

  /** What stands behind the last dot of a name, in lower case; empty when there is no dot. */
  static String endingOfName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).strip();
    boolean isEnding = name.indexOf('.') >= 0 && ENDING.matcher(ending).matches();
    return isEnding ? ending.toLowerCase(Locale.ROOT) : "";
  }

  static String withoutParameters(String type) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
  }
}
