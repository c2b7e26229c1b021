// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** HttpClient 5's classic client, set as lean as the asynchronous one. Jackson before and after. */
final class ClassicHttpClient implements Contender {

  private final ObjectReader reader = new JsonMapper().readerFor(Map.class);
  private final Kind kind;
  private final Entities entities;
  private final HttpHost host;
  private final CloseableHttpClient client;

  ClassicHttpClient(Kind kind, int port, int inFlight) {
    this.kind = kind;
    entities = new Entities(kind);
    host = new HttpHost("http", "127.0.0.1", port);
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(inFlight)
                    .setMaxConnPerRoute(inFlight)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  private HttpEntity entity() throws IOException {
    return kind == Kind.ATTACHMENT
        ? Entities.multipart()
        : new ByteArrayEntity(entities.next(), entities.type());
  }

  @Override
  public void send(String conversationId, Done done) {
    Object stored;
    try {
      var post = new HttpPost(Messages.path(conversationId));
      post.addHeader("Authorization", Messages.AUTHORIZATION);
      post.setEntity(entity());
      stored =
          client.execute(
              host, post, reply -> reader.readValue(EntityUtils.toByteArray(reply.getEntity())));
    } catch (IOException e) {
      done.ended(null, e);
      return;
    }
    done.ended(stored, null);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
