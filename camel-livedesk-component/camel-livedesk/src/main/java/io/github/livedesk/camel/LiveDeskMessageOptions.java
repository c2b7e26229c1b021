package io.github.livedesk.camel;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What an endpoint says of its messages; where a header says otherwise, the header counts. */
@UriParams
public class LiveDeskMessageOptions {

  @UriParam(
      label = "producer",
      enums = LiveDeskOperation.NAMES,
      description =
          "What to do. Where it is left open, the header CamelLiveDeskOperation decides, then the"
              + " body.")
  private String op;

  @UriParam(
      label = "producer",
      description =
          "The conversation that gets the messages: 1 to 64 ASCII letters, digits, '-' and '_'."
              + " Required, here or as header CamelLiveDeskConversationId.")
  private String conversationId;

  @UriParam(
      name = "private",
      label = "producer",
      defaultValue = "false",
      description = "Whether the messages are notes that only agents see.")
  private Boolean privateNote;

  @UriParam(
      label = "producer",
      description = "Id of the message of the same conversation that is replied to, 1 or more.")
  private Long inReplyTo;

  @UriParam(
      label = "producer",
      description = "The text that goes along with attachments, where the message has none.")
  private String content;

  public String getOp() {
    return op;
  }

  public void setOp(String op) {
    this.op = op;
  }

  public String getConversationId() {
    return conversationId;
  }

  public void setConversationId(String conversationId) {
    this.conversationId = conversationId;
  }

  /** Whether the messages are private notes; null where the endpoint does not say. */
  public Boolean getPrivate() {
    return privateNote;
  }

  public void setPrivate(Boolean privateNote) {
    this.privateNote = privateNote;
  }

  public String getContent() {
    return content;
  }

  public void setContent(String content) {
    this.content = content;
  }

  public Long getInReplyTo() {
    return inReplyTo;
  }

  public void setInReplyTo(Long inReplyTo) {
    this.inReplyTo = inReplyTo;
  }
}
