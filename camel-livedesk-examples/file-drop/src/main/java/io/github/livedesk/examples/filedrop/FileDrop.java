// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.examples.filedrop;

import io.github.livedesk.camel.model.failure.LiveDeskException;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** Each file of the folder {@code drop/141} goes to the customer of conversation 141. */
public class FileDrop extends RouteBuilder {

  @Override
  public void configure() {
    // Surely not sent, and what is in the way may pass. Whatever else fails, fails at once.
    onException(LiveDeskException.class)
        .onWhen(simple("${exception.outcome} in 'NOT_SENT,REJECTED' && ${exception.transient}"))
        .logStackTrace(false)
        .logExhaustedMessageHistory(false)
        .maximumRedeliveries("{{drop.redeliveries:5}}")
        .redeliveryDelay("{{drop.redelivery-delay:10000}}");

    // The message says what was wrong; where in the code it was found helps nobody.
    onException(LiveDeskException.class).logStackTrace(false).logExhaustedMessageHistory(false);

    // One folder deep, whole files only. The outcome tells which of the failed ones may have
    // arrived: UNKNOWN.
    from("file:{{drop.folder}}?recursive=true&minDepth=2&maxDepth=2&readLock=changed"
            + "&delay={{drop.delay:500}}"
            + "&move={{drop.folder}}/.sent/${file:name}"
            + "&moveFailed={{drop.folder}}/.failed/${header.CamelLiveDeskOutcome}/${file:name}")
        .routeId("file to attachment")
        .setHeader("CamelLiveDeskConversationId")
        .message(FileDrop::folder)
        .to("livedesk:messages?op=attachment");
  }

  private static String folder(Message message) {
    return Path.of(message.getHeader(Exchange.FILE_NAME, String.class)).getParent().toString();
  }
}
