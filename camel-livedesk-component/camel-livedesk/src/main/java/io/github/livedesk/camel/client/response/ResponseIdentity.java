// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.client.response;

import io.github.livedesk.camel.client.api.ApiRequest;
import io.github.livedesk.camel.client.api.MessageRequest;
import io.github.livedesk.camel.client.api.ResourceRequest;
import io.github.livedesk.camel.client.http.RequestProducer;
import io.github.livedesk.camel.client.http.ResponseCheck;
import java.util.Map;

/**
 * Tells whether a reply can be that to a request, by all that both of them say. A proxy that
 * repeats a reply makes the next request on its connection read it.
 */
public final class ResponseIdentity {

  private static final ApiRequest.Visitor<RequestProducer, ResponseCheck> OF_KIND =
      new ApiRequest.Visitor<>() {
        @Override
        public ResponseCheck message(MessageRequest message, RequestProducer producer) {
          return new MessageIdentity(message, producer);
        }

        @Override
        public ResponseCheck resource(ResourceRequest resource, RequestProducer producer) {
          return new OfResource(resource);
        }
      };

  private ResponseIdentity() {}

  /**
   * The check of a request's replies.
   *
   * @param producer knows the files that were sent
   */
  public static ResponseCheck of(ApiRequest request, RequestProducer producer) {
    return request.accept(OF_KIND, producer);
  }

  /** A resource reads its own replies. */
  private record OfResource(ResourceRequest request) implements ResponseCheck {

    @Override
    public long messageId(Map<String, Object> json) {
      return 0;
    }

    @Override
    public String doubt(Map<String, Object> json, boolean isSeen) {
      return request.doubt(json);
    }

    @Override
    public boolean isProof(Map<String, Object> json) {
      return request.isProof(json);
    }
  }
}
