package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LiveDesk's API over HTTP: records, checks the credentials, finds the call, answers JSON. */
final class ApiHandler implements HttpHandler {

  private static final Pattern MESSAGES =
      Pattern.compile(
          "/api/v2/accounts/conversations/([A-Za-z0-9_-]{1,64})/messages"
              + "(?:/([A-Za-z0-9_-]{1,64})/retry)?");
  private static final byte[] NOT_READ = {};
  private static final JsonMapper JSON = new JsonMapper();

  private final Desk desk;
  private final byte[] authorization;

  ApiHandler(Desk desk, String apiKey, String apiSecret) {
    this.desk = desk;
    String token = Base64.getEncoder().encodeToString((apiKey + ":" + apiSecret).getBytes(UTF_8));
    this.authorization = ("Basic " + token).getBytes(UTF_8);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    // Not left to the receiver: it makes room for the announced length first.
    if (exchange.getRequestContentLength() > exchange.getMaxEntitySize()) {
      desk.record(recorded(exchange, NOT_READ));
      refuseAsTooLarge(exchange);
      return;
    }
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (received, body) -> answer(received, recorded(received, body)),
            (received, tooLong) -> refuseAsTooLarge(received));
  }

  private void answer(HttpServerExchange exchange, RecordedRequest request) {
    desk.record(request);
    try {
      Optional<StoredAttachment> file = file(request);
      if (file.isPresent()) {
        sendFile(exchange, file.get());
      } else {
        String url = exchange.getRequestScheme() + "://" + exchange.getHostAndPort();
        send(exchange, 200, call(request).toJson(url));
      }
    } catch (Refusal refusal) {
      send(exchange, refusal.status(), refusal.toJson());
    }
  }

  private StoredMessage call(RecordedRequest request) throws Refusal {
    String given = request.header("Authorization");
    if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), authorization)) {
      throw new Refusal(401, "Invalid API key or API secret");
    }
    Matcher messages = MESSAGES.matcher(request.path().split("\\?", 2)[0]);
    if (!messages.matches() || !request.method().equals("POST")) {
      throw new Refusal(404, "Resource could not be found");
    }
    return messages.group(2) == null
        ? desk.store(messages.group(1), draft(request))
        : desk.retry(messages.group(1), messages.group(2));
  }

  private static Draft draft(RecordedRequest request) throws Refusal {
    String header = request.header("Content-Type");
    String type = header == null ? "" : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "application/json" -> TextCall.read(request);
      case "multipart/form-data" -> AttachmentCall.read(request);
      default ->
          throw new Refusal(
              422, "Content-Type is neither application/json nor multipart/form-data");
    };
  }

  /** Files are there for everyone who has the link, as LiveDesk's are. */
  private Optional<StoredAttachment> file(RecordedRequest request) {
    return request.method().equals("GET") ? desk.file(request.path()) : Optional.empty();
  }

  private static void sendFile(HttpServerExchange exchange, StoredAttachment file) {
    String type = file.contentType() == null ? "application/octet-stream" : file.contentType();
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    exchange.getResponseSender().send(ByteBuffer.wrap(file.bytes()));
  }

  private static void refuseAsTooLarge(HttpServerExchange exchange) {
    send(exchange, 413, Map.of("error", "Payload Too Large"));
  }

  private static void send(HttpServerExchange exchange, int status, Map<String, Object> json) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
    try {
      exchange.getResponseSender().send(ByteBuffer.wrap(JSON.writeValueAsBytes(json)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of texts and numbers are always JSON", e);
    }
  }

  private static RecordedRequest recorded(HttpServerExchange exchange, byte[] body) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HeaderValues values : exchange.getRequestHeaders()) {
      headers.put(
          values.getHeaderName().toString().toLowerCase(Locale.ROOT), new ArrayList<>(values));
    }
    String query = exchange.getQueryString();
    String path = exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    return new RecordedRequest(exchange.getRequestMethod().toString(), path, headers, body);
  }
}
