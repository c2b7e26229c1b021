// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.binding;

import io.github.livedesk.camel.LiveDeskConstants;
import io.github.livedesk.camel.client.api.ApiResponse;
import io.github.livedesk.camel.client.api.Operation;
import io.github.livedesk.camel.client.source.SourceWatch;
import io.github.livedesk.camel.model.failure.LiveDeskException;
import io.github.livedesk.camel.model.failure.LiveDeskRequestException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * Between Camel's exchanges and the operations of one resource.
 *
 * @param <O> the operations
 */
public interface ResourceBinding<O extends Operation> {

  /** As in {@link Operation#resource}. */
  String resource();

  /**
   * Whether to read an exchange may take as long as somebody else likes, for it has files, streams
   * or values of the route's own classes.
   */
  boolean mayWait(Exchange exchange);

  /**
   * Reads an exchange, and changes nothing of it. What becomes of the operation has to be told, by
   * {@link #succeed}, {@link #fail(Exchange, Operation, LiveDeskException)}, {@link #abandon} or
   * {@link #discard}.
   *
   * @param watch is told which file is being read
   * @throws LiveDeskRequestException when the exchange is not what the operation takes
   */
  O toOperation(Exchange exchange, SourceWatch watch);

  /** Puts what the operation gave back into the exchange. */
  void succeed(Exchange exchange, O operation, ApiResponse response);

  /** Fails the exchange; its body stays as it was. */
  void fail(Exchange exchange, O operation, LiveDeskException failure);

  /** Fails an exchange that did not become an operation. */
  void fail(Exchange exchange, LiveDeskException failure);

  /** Fails the exchange of an operation that the client did not take. */
  void abandon(Exchange exchange, O operation, Throwable cause);

  /** Lets go of an operation that was read too late. */
  void discard(O operation);

  /** Where the failure of a send was handled: takes off the wait that Camel would still obey. */
  static void failureHandled(Exchange exchange) {
    if (exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) instanceof LiveDeskException) {
      exchange.getMessage().removeHeader(LiveDeskConstants.REDELIVERY_DELAY);
    }
  }
}
