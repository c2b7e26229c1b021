package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.model.FileContent;
import jakarta.activation.DataHandler;
import java.io.IOException;
import java.io.InputStream;

/** An attachment of a Camel message, which gives a new stream whenever it is asked. */
final class AttachedContent implements FileContent {

  private final DataHandler handler;

  AttachedContent(DataHandler handler) {
    this.handler = handler;
  }

  @Override
  public long length() {
    return UNKNOWN;
  }

  @Override
  public boolean isReplayable() {
    return true;
  }

  @Override
  public InputStream open() throws IOException {
    return handler.getInputStream();
  }
}
