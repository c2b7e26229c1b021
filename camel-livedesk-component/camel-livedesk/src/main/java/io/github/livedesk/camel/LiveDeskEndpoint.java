// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.binding.LiveDeskMessageOptions;
import io.github.livedesk.camel.binding.contact.LiveDeskContactOptions;
import io.github.livedesk.camel.binding.conversation.LiveDeskConversationOptions;
import io.github.livedesk.camel.client.settings.ClientSettings;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Send messages to EngageLab LiveDesk conversations. */
@UriEndpoint(
    firstVersion = "1.0.0",
    scheme = "livedesk",
    title = "LiveDesk",
    syntax = "livedesk:resource",
    producerOnly = true,
    category = {Category.CHAT, Category.SAAS},
    headersClass = LiveDeskConstants.class)
public class LiveDeskEndpoint extends DefaultEndpoint
    implements AsyncEndpoint, EndpointServiceLocation {

  @UriPath(
      enums = LiveDeskResource.NAMES,
      description =
          "What of LiveDesk is used: messages, the messages of its conversations; contacts, its"
              + " customers; conversations, to make one or to change its status.")
  @Metadata(required = true)
  private String resource;

  @UriParam private final LiveDeskConfiguration configuration;

  @UriParam private final LiveDeskMessageOptions messageOptions = new LiveDeskMessageOptions();

  @UriParam private final LiveDeskContactOptions contactOptions = new LiveDeskContactOptions();

  @UriParam
  private final LiveDeskConversationOptions conversationOptions = new LiveDeskConversationOptions();

  private final LiveDeskConfiguration inherited;

  /**
   * @param inherited what counts where the URI does not say otherwise
   */
  public LiveDeskEndpoint(String uri, Component component, LiveDeskConfiguration inherited) {
    super(uri, component);
    this.inherited = inherited.copy();
    this.configuration = inherited.copy();
  }

  @Override
  public Producer createProducer() {
    return new LiveDeskProducer<>(this, LiveDeskResource.of(resource).orElseThrow().binding(this));
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException(
        "livedesk:messages sends messages; it can't be the start of a route");
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    OptionValidator.check(this);
    settings();
    component().warnOfOldSecret(component().getConfiguration());
    component().warnOfOldSecret(configuration);
  }

  /** The base URL; one with user information or a query does not get past the start. */
  @Override
  public String getServiceUrl() {
    return configuration.getBaseUrl();
  }

  /** As Camel's other components of HTTP APIs say it. */
  @Override
  public String getServiceProtocol() {
    return "rest";
  }

  /** As configured here, with the component's credentials of this moment unless it has its own. */
  ClientSettings settings() {
    LiveDeskComponent component = component();
    return OptionValidator.settings(
        configuration.following(inherited, component.getConfiguration()),
        component.getMaxConnections(),
        component.sslContext(configuration.getSslContextParameters()));
  }

  LiveDeskComponent component() {
    return (LiveDeskComponent) getComponent();
  }

  public String getResource() {
    return resource;
  }

  public void setResource(String resource) {
    this.resource = resource;
  }

  public LiveDeskConfiguration getConfiguration() {
    return configuration;
  }

  public LiveDeskMessageOptions getMessageOptions() {
    return messageOptions;
  }

  public LiveDeskContactOptions getContactOptions() {
    return contactOptions;
  }

  public LiveDeskConversationOptions getConversationOptions() {
    return conversationOptions;
  }

  /** What this says of an option; null where it says nothing. */
  Object option(String name) {
    return component().getEndpointPropertyConfigurer() instanceof PropertyConfigurerGetter options
        ? options.getOptionValue(this, name, false)
        : null;
  }
}
