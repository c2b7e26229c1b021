// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.client.api.Content.FilesContent;
import io.github.livedesk.camel.client.body.FileSegment.Opening;
import io.github.livedesk.camel.client.source.SourceTimeoutException;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.client.source.UnreadableFileException;
import io.github.livedesk.camel.model.FilePart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * A multipart/form-data body as a Rack server reads it: quoted names, raw UTF-8, no transfer
 * encodings. Nothing of a file is in memory but the pieces on their way.
 */
public final class MultipartBody implements RequestBody {

  private static final String CRLF = "\r\n";

  /** Rack refuses 128 files with a status of 500; a few are left for what we can't see. */
  private static final int MOST_PARTS = 120;

  private final String boundary = "livedesk-" + UUID.randomUUID();
  private final List<FileSegment> files = new ArrayList<>();
  private final ByteBuffer fields;
  private final ByteBuffer end;
  private final long length;
  private int index;

  /**
   * Looks at the files; opens one only to tell its type by its first bytes, and closes it again.
   *
   * @param maxFileSize bytes of one file, or 0 for no limit
   * @param watch learns which file is looked at
   * @throws UnreadableFileException when one can't be read or is too long, or there are too many
   */
  public MultipartBody(FilesContent content, long maxFileSize, SourceWatch watch, Executor executor)
      throws UnreadableFileException {
    var formFields = new FormFields(content, boundary);
    check(content.files().size() + formFields.count());
    this.fields = formFields.bytes();
    this.end = bytes(CRLF + "--" + boundary + "--" + CRLF);
    long sum = fields.limit() + (long) end.limit();
    List<String> defaultNames = defaultNames(content.files());
    for (FilePart file : content.files()) {
      String delimiter = (files.isEmpty() ? "" : CRLF) + "--" + boundary;
      String place = place(files.size(), content.files().size());
      var opening = new Opening(delimiter, defaultNames.get(files.size()), place);
      var segment = new FileSegment(file, maxFileSize, executor, watch, opening);
      files.add(segment);
      sum = sum < 0 || segment.length() < 0 ? -1 : sum + segment.length();
    }
    this.length = sum;
  }

  private static void check(int parts) throws UnreadableFileException {
    if (parts > MOST_PARTS) {
      throw new UnreadableFileException(
          parts + " files and fields", "up to " + MOST_PARTS + " in one message");
    }
  }

  private static String place(int index, int count) {
    return count == 1 ? "" : "file " + (index + 1) + " of " + count;
  }

  /** What the files without a name are called, counted where there are several of them. */
  private static List<String> defaultNames(List<FilePart> files) {
    boolean several = files.stream().filter(MultipartBody::isUnnamed).count() > 1;
    var names = new ArrayList<String>();
    int unnamed = 0;
    for (FilePart file : files) {
      unnamed += isUnnamed(file) ? 1 : 0;
      names.add(several ? "attachment-" + unnamed : "attachment");
    }
    return names;
  }

  private static boolean isUnnamed(FilePart file) {
    return FileSegment.nameOf(file) == null;
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  @Override
  public List<SentFile> files() {
    return files.stream().map(FileSegment::sent).toList();
  }

  /**
   * Never within one exchange; another body can be made of the same files, if they can be replayed.
   */
  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public boolean isConsumed() {
    return files.stream().anyMatch(FileSegment::isConsumed);
  }

  @Override
  public void rewind() {
    // never: isRepeatable says so
  }

  @Override
  public void onMore(Runnable wake) {
    files.forEach(file -> file.onMore(wake));
  }

  @Override
  public ByteBuffer next() throws IOException {
    return fields.hasRemaining() ? fields : nextOfFiles();
  }

  private ByteBuffer nextOfFiles() throws IOException {
    while (index < files.size()) {
      FileSegment file = files.get(index);
      ByteBuffer piece = file.next();
      if (piece != null || !file.isAtEnd()) {
        return piece;
      }
      index++;
    }
    return end;
  }

  @Override
  public boolean isReady() {
    return fields.hasRemaining() || index >= files.size() || files.get(index).isReady();
  }

  @Override
  public boolean isLast() {
    return !fields.hasRemaining() && index >= files.size();
  }

  @Override
  public SourceTimeoutException late(long now) {
    return files.stream()
        .map(file -> file.late(now))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() {
    files.forEach(FileSegment::close);
  }
}
