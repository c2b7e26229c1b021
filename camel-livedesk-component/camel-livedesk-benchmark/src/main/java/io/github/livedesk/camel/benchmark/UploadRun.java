// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.livedesk.camel.LiveDeskComponent;
import io.github.livedesk.camel.LiveDeskConfiguration;
import io.github.livedesk.camel.benchmark.contender.Messages;
import io.github.livedesk.camel.benchmark.load.IdleProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** The program that sends a big attachment; started by {@link Upload}, with little memory. */
final class UploadRun {

  private static final String TO = "livedesk:messages?op=attachment&conversationId=141";

  private UploadRun() {}

  /**
   * Sends once for each line, and prints the seconds that it took.
   *
   * @param args base URL, and a file or a number of bytes
   */
  public static void main(String[] args) throws Exception {
    try (var context = new DefaultCamelContext();
        var lines = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      context.disableJMX();
      // A cached stream would be read into memory, or onto disk, before the component sees it.
      context.setStreamCaching(false);
      LiveDeskConfiguration options =
          context.getComponent("livedesk", LiveDeskComponent.class).getConfiguration();
      options.setApiKey(Messages.KEY);
      options.setSecretKey(Messages.SECRET);
      options.setBaseUrl(args[0]);
      context.start();
      ProducerTemplate template = context.createProducerTemplate();
      while (lines.readLine() != null) {
        double seconds = send(template, args[1]);
        IdleProcess.await();
        System.out.println(seconds);
      }
    }
  }

  private static double send(ProducerTemplate template, String what) {
    Object body = what.matches("\\d+") ? new Zeros(Long.parseLong(what)) : new File(what);
    long begun = System.nanoTime();
    template.sendBody(TO, body);
    return (System.nanoTime() - begun) / 1e9;
  }

  /** So many zeros; nobody knows how many. */
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
