// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.testing;

import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes as an attachment of a Camel message. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record BytesDataSource(byte[] bytes, String contentType) implements DataSource {

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public OutputStream getOutputStream() {
    throw new UnsupportedOperationException("to be read only");
  }

  @Override
  public String getContentType() {
    return contentType;
  }

  @Override
  public String getName() {
    return "";
  }
}
