// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.media;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.FileContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Office documents, old and new, by what is in them. */
class OfficeFilesTest {

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private static byte[] zip(String... names) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.repeat(20).getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zipWithStored(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry(name);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      var crc = new CRC32();
      crc.update(content);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
      zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "word/document.xml, wordprocessingml.document",
    "xl/workbook.xml, spreadsheetml.sheet",
    "ppt/presentation.xml, presentationml.presentation",
  })
  void newOfficeByItsParts(String part, String type) throws Exception {
    String office = "application/vnd.openxmlformats-officedocument.";

    assertThat(ContentTypes.ofBytes(zip("[Content_Types].xml", "_rels/.rels", part)))
        .isEqualTo(office + type);
    assertThat(ContentTypes.ofBytes(zip(part))).isEqualTo(office + type);
  }

  @Test
  void anArchiveIsNoDocumentForItsFoldersOrWhatIsPacked() throws Exception {
    assertThat(ContentTypes.ofBytes(zip("word/lesson 1.pdf", "xl/a.png")))
        .isEqualTo("application/zip");
    assertThat(ContentTypes.ofBytes(zip("photos/word/document.xml"))).isEqualTo("application/zip");
    assertThat(ContentTypes.ofBytes(zipWithStored("report.docx", zip("word/document.xml"))))
        .isEqualTo("application/zip");
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
    "application/epub+zip",
  })
  void openDocumentsAndBooksSayIt(String type) throws Exception {
    assertThat(ContentTypes.ofBytes(zipWithStored("mimetype", type.getBytes(UTF_8))))
        .isEqualTo(type);
  }

  @Test
  void whatAnArchiveSaysOfItselfIsReadWithCare() throws Exception {
    for (String evil : new String[] {"x\r\nX-Evil: 1", "image/png", ""}) {
      assertThat(ContentTypes.ofBytes(zipWithStored("mimetype", evil.getBytes(UTF_8))))
          .isEqualTo("application/zip");
    }
  }

  /** Entries of a directory: root, then the names, each the right neighbour of the one before. */
  private static byte[] directory(int rootChild, String... names) {
    ByteBuffer entries =
        ByteBuffer.allocate((names.length + 1 + 3) / 4 * 512).order(ByteOrder.LITTLE_ENDIAN);
    entry(entries, 0, "Root Entry", -1, rootChild);
    for (int i = 0; i < names.length; i++) {
      entry(entries, i + 1, names[i], i + 1 < names.length ? i + 2 : -1, -1);
    }
    return entries.array();
  }

  private static void entry(ByteBuffer entries, int index, String name, int right, int child) {
    byte[] letters = name.getBytes(UTF_16LE);
    entries.put(index * 128, letters);
    entries.putShort(index * 128 + 64, (short) (letters.length + 2));
    entries.putInt(index * 128 + 68, -1);
    entries.putInt(index * 128 + 72, right);
    entries.putInt(index * 128 + 76, child);
  }

  /**
   * A file of 512-byte sectors: allocation table, then filler, then the directory with as many
   * sectors between its own.
   */
  private static byte[] compoundFile(byte[] directory, int filler, int between) {
    int sectors = directory.length / 512;
    int total = 1 + filler + sectors * (1 + between);
    ByteBuffer file = ByteBuffer.allocate((total + 1) * 512).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(0, 0xE11AB1A1E011CFD0L);
    file.putShort(30, (short) 9);
    file.putInt(48, 1 + filler);
    file.putInt(76, 0);
    for (int i = 0; i < sectors; i++) {
      int sector = 1 + filler + i * (1 + between);
      file.put((sector + 1) * 512, directory, i * 512, 512);
      file.putInt(512 + 4 * sector, i + 1 < sectors ? sector + 1 + between : -2);
    }
    return file.array();
  }

  @ParameterizedTest
  @CsvSource({
    "WordDocument, application/msword",
    "Workbook, application/vnd.ms-excel",
    "Book, application/vnd.ms-excel",
    "PowerPoint Document, application/vnd.ms-powerpoint",
    "__properties_version1.0, application/vnd.ms-outlook",
  })
  void oldOfficeByItsDirectory(String stream, String type) throws Exception {
    byte[] directory = directory(1, "Data", "1Table", "\u0005SummaryInformation", "x", stream);

    assertThat(ContentTypes.ofBytes(compoundFile(directory, 0, 0))).isEqualTo(type);
    assertThat(ContentTypes.ofBytes(compoundFile(directory, 3, 2))).isEqualTo(type);
  }

  @Test
  void theDirectoryIsLookedForWhereTheFileCanBeOpenedAgain() throws Exception {
    byte[] file = compoundFile(directory(1, "a", "b", "c", "d", "WordDocument"), 60, 30);

    assertThat(typeOf(FileContent.of(file))).isEqualTo("application/msword");
    assertThat(ContentTypes.ofBytes(Arrays.copyOf(file, 16 * 1024))).isNull();
  }

  @Test
  void aTableInALetterMakesItNoWorkbook() throws Exception {
    byte[] directory = directory(2, "Workbook", "WordDocument");

    assertThat(ContentTypes.ofBytes(compoundFile(directory, 0, 0))).isEqualTo("application/msword");
  }

  @Test
  void anyEntryCountsWhereTheTreeIsOutOfReach() throws Exception {
    for (int rootChild : new int[] {0, -1, 900}) {
      byte[] directory = directory(rootChild, "a", "Workbook");

      assertThat(ContentTypes.ofBytes(compoundFile(directory, 0, 0)))
          .isEqualTo("application/vnd.ms-excel");
    }
  }

  @Test
  void aDirectoryThatMakesNoSenseEndsTheSearch() throws Exception {
    byte[] circle = directory(1, "a", "b");
    ByteBuffer.wrap(circle).order(ByteOrder.LITTLE_ENDIAN).putInt(2 * 128 + 72, 1);
    assertThat(ContentTypes.ofBytes(compoundFile(circle, 0, 0))).isNull();

    byte[] sectorCircle = compoundFile(directory(1, "a"), 0, 0);
    ByteBuffer.wrap(sectorCircle).order(ByteOrder.LITTLE_ENDIAN).putInt(512 + 4, 1);
    assertThat(typeOf(FileContent.of(sectorCircle))).isNull();

    byte[] far = compoundFile(directory(1, "WordDocument"), 0, 0);
    ByteBuffer.wrap(far).order(ByteOrder.LITTLE_ENDIAN).putInt(48, Integer.MAX_VALUE);
    assertThat(typeOf(FileContent.of(far))).isNull();
    assertThat(ContentTypes.ofBytes(Arrays.copyOf(far, 100))).isNull();
  }

  @Test
  void aNewDocumentWithoutANameIsOneToo() throws Exception {
    assertThat(typeOf(FileContent.of(zip("a.xml", "word/document.xml")))).isEqualTo(DOCX);
  }

  private static String typeOf(FileContent content) throws IOException {
    return ContentTypes.ofContent(content, new SourceWatch(Duration.ofSeconds(30)));
  }
}
