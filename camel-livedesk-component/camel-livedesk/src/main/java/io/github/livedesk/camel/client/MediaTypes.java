package io.github.livedesk.camel.client;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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
      image/jpeg image/jpg | jpg jpeg jpe jfif pjpeg pjp
      image/png | png
      image/gif | gif
      image/bmp | bmp dib
      image/webp | webp
      image/tiff | tiff tif
      image/svg+xml | svg
      image/heic | heic
      image/heif | heif
      image/avif | avif
      audio/ogg | ogg oga spx
      audio/wav audio/x-wav audio/wave audio/vnd.wave | wav
      audio/aac audio/x-aac audio/aacp | aac
      audio/mp4 audio/x-m4a audio/m4a | m4a m4b
      audio/mpeg audio/mp3 audio/x-mp3 audio/x-mpeg | mp3 mp2 mpga
      audio/amr | amr
      audio/amr-wb | awb
      audio/flac audio/x-flac | flac
      audio/aiff audio/x-aiff | aiff aif
      audio/midi | mid midi
      audio/webm | weba
      audio/x-ms-wma | wma
      audio/x-caf | caf
      video/ogg | ogv
      video/mp4 | mp4 m4v mp4v
      video/webm | webm
      video/quicktime | mov qt
      video/3gpp audio/3gpp | 3gp 3gpp
      video/3gpp2 audio/3gpp2 | 3g2
      video/x-matroska | mkv
      video/x-msvideo | avi
      video/mpeg | mpg mpeg
      video/x-ms-wmv | wmv
      application/pdf application/x-pdf | pdf
      application/zip application/x-zip-compressed application/x-zip | zip
      application/gzip application/x-gzip | gz tgz
      application/x-7z-compressed | 7z
      application/vnd.rar application/x-rar-compressed application/x-rar | rar
      application/x-tar | tar
      application/x-bzip2 | bz2
      application/x-xz | xz
      application/rtf text/rtf | rtf
      application/x-msdownload application/vnd.microsoft.portable-executable | exe dll
      application/vnd.android.package-archive | apk
      application/java-archive | jar
      application/msword | doc dot
      application/vnd.ms-excel | xls xlt
      application/vnd.ms-powerpoint | ppt pps
      application/vnd.ms-outlook | msg
      application/vnd.openxmlformats-officedocument.wordprocessingml.document | docx
      application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | xlsx
      application/vnd.openxmlformats-officedocument.presentationml.presentation | pptx
      application/vnd.oasis.opendocument.text | odt
      application/vnd.oasis.opendocument.spreadsheet | ods
      application/vnd.oasis.opendocument.presentation | odp
      application/vnd.oasis.opendocument.graphics | odg
      application/vnd.apple.keynote | key
      application/vnd.apple.numbers | numbers
      application/vnd.apple.pages | pages
      application/epub+zip | epub
      application/json text/json | json
      application/xml text/xml | xml
      message/rfc822 | eml
      text/plain | txt text log
      text/csv | csv
      text/html | html htm
      text/markdown text/x-markdown | md markdown
      text/calendar | ics
      text/vcard text/x-vcard | vcf
      text/css | css
      text/javascript application/javascript | js
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
    String ending = ENDINGS.get(type);
    return ending == null && type.startsWith("text/") ? "txt" : ending;
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
