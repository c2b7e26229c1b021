// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.benchmark.contender;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;

/**
 * HttpClient 5's asynchronous client, as lean as it can be set: no retries, redirects or cookies.
 * Jackson before and after.
 */
final class AsyncHttpClient implements Contender {

  private final ObjectReader reader = new JsonMapper().readerFor(Map.class);
  private final Entities entities;
  private final ContentType type;
  private final HttpHost host;
  private final CloseableHttpAsyncClient client;

  AsyncHttpClient(Kind kind, int port, int inFlight) {
    entities = new Entities(kind);
    type = entities.type();
    host = new HttpHost("http", "127.0.0.1", port);
    client =
        HttpAsyncClients.custom()
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(inFlight)
                    .setMaxConnPerRoute(inFlight)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    client.start();
  }

  @Override
  public void send(String conversationId, Done done) {
    byte[] body;
    try {
      body = entities.next();
    } catch (IOException e) {
      done.ended(null, e);
      return;
    }
    AsyncRequestProducer request =
        AsyncRequestBuilder.post()
            .setHttpHost(host)
            .setPath(Messages.path(conversationId))
            .addHeader("Authorization", Messages.AUTHORIZATION)
            .setEntity(body, type)
            .build();
    Future<?> unused =
        client.execute(
            request,
            new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
            new FutureCallback<Message<HttpResponse, byte[]>>() {
              @Override
              public void completed(Message<HttpResponse, byte[]> reply) {
                Object stored;
                try {
                  stored = reader.readValue(reply.getBody());
                } catch (IOException e) {
                  done.ended(null, e);
                  return;
                }
                done.ended(stored, null);
              }

              @Override
              public void failed(Exception cause) {
                done.ended(null, cause);
              }

              @Override
              public void cancelled() {
                done.ended(null, new CancellationException());
              }
            });
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
