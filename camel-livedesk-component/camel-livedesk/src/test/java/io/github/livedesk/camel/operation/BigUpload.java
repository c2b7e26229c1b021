// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.operation;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;

/** A program that sends one big attachment; run with little memory by {@link BigAttachmentTest}. */
final class BigUpload {

  private BigUpload() {}

  /**
   * Sends.
   *
   * @param args base URL, and a file or a number of bytes
   */
  public static void main(String[] args) throws Exception {
    try (var context = new DefaultCamelContext()) {
      // A cached stream would be read into memory, or onto disk, before the component sees it.
      context.setStreamCaching(false);
      LiveDeskConfiguration options =
          context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
      options.setApiKey("key");
      options.setSecretKey("secret");
      options.setBaseUrl(args[0]);
      context.start();
      Object body = args[1].matches("\\d+") ? new Zeros(Long.parseLong(args[1])) : Path.of(args[1]);
      context
          .createProducerTemplate()
          .sendBody("livedesk:messages?op=attachment&conversationId=141", body);
    }
  }

  /** So many zeros. */
  private static final class Zeros extends InputStream {

    private long left;

    Zeros(long count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      left -= count;
      return count;
    }
  }
}
