// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel;

import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.ExpressionAdapter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Finds out whether the Camel that runs replaces property placeholders in what a step has
 * evaluated. It asks Camel itself, with a placeholder that has no value; nothing is sent. No
 * version number says it: a mended Camel may have an old one.
 */
final class PlaceholderProbe {

  private static final String PROPERTY = "CamelLiveDeskPlaceholderProbe";

  /** Camel leaves out an option whose value it is, if it resolves it. */
  private static final String PLACEHOLDER = "{{?camel-livedesk-probe}}";

  private static final String TEMPLATE = ":messages?content=${null}&op=${null}&private=${null}";

  /** Always fewer options than in the template, and one that no endpoint has. */
  private static final String EVALUATED = ":messages?content=" + PLACEHOLDER + "&probe=true";

  private PlaceholderProbe() {}

  /** Whether an exchange is that of a probe: its refusal is no failed send. */
  static boolean isProbe(Exchange exchange) {
    return exchange.getProperty(PROPERTY) != null;
  }

  /** Whether {@code toD}, {@code wireTap} and {@code enrich} do it. */
  static boolean isResolvedByToD(CamelContext context, String component) {
    Exchange exchange = new DefaultExchange(context);
    exchange.setProperty(PROPERTY, true);
    Object[] options = {component + TEMPLATE, constant(component + EVALUATED), null};
    try {
      Processor toD =
          PluginHelper.getProcessorFactory(context)
              .createProcessor(context, "SendDynamicProcessor", options);
      ServiceHelper.startService(toD);
      ((AsyncProcessor) toD).process(exchange);
      ServiceHelper.stopAndShutdownService(toD);
    } catch (Exception e) {
      exchange.setException(e);
    }
    // An option was missing: content if Camel left it out, else the next. All else is no answer.
    LiveDeskRequestException refused = exchange.getException(LiveDeskRequestException.class);
    return refused == null || !refused.getField().equals("op");
  }

  private static Expression constant(String text) {
    return new ExpressionAdapter() {
      @Override
      public Object evaluate(Exchange exchange) {
        return text;
      }
    };
  }

  /** Whether {@code recipientList}, {@code routingSlip} and {@code dynamicRouter} do it. */
  static boolean isResolvedInRecipients(CamelContext context, String component) {
    String recipient =
        context
            .getCamelContextExtension()
            .normalizeUri(component + ":messages?content=" + PLACEHOLDER)
            .getUri();
    return !recipient.contains("content");
  }
}
