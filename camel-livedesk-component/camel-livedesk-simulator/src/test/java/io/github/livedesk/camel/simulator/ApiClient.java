// SPDX-License-Identifier: Apache-2.0
package io.github.livedesk.camel.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls a simulator over HTTP, as a program that knows only the API document would. */
public final class ApiClient {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofMinutes(1))
          .build();

  private final String url;
  private final String authorization;

  public ApiClient(LiveDeskSimulator livedesk) {
    this(livedesk.url(), livedesk.apiKey(), livedesk.secretKey());
  }

  public ApiClient(String url, String apiKey, String secretKey) {
    this.url = url;
    this.authorization = basic(apiKey, secretKey);
  }

  public static String basic(String apiKey, String secretKey) {
    byte[] token = (apiKey + ":" + secretKey).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(token);
  }

  public static String messagesOf(String conversationId) {
    return "/api/v2/accounts/conversations/" + conversationId + "/messages";
  }

  public static String json(Map<String, ?> fields) {
    return JSON.valueToTree(fields).toString();
  }

  public static BodyPublisher body(String text) {
    return BodyPublishers.ofString(text);
  }

  /** Sends a text message, as the document's example does. */
  public Answer sendText(String conversationId, String content) {
    return sendJson(conversationId, json(Map.of("content", content)));
  }

  public Answer sendJson(String conversationId, String json) {
    return send(request(messagesOf(conversationId)).POST(body(json)));
  }

  /** Makes a call below {@code /api/v2/accounts/}. */
  public Answer call(String method, String path, String json) {
    return send(request("/api/v2/accounts/" + path).method(method, body(json)));
  }

  /** A contact that is made; {@code json} without braces, {@code inbox_id} is added. */
  public Answer createContact(String members) {
    String more = members.isEmpty() ? "" : ", " + members;
    return call("POST", "contacts", "{\"inbox_id\": 702" + more + "}");
  }

  /** The contacts that are found with these parameters. */
  public Answer searchContacts(String parameters) {
    return send(request("/api/v2/accounts/contacts" + parameters).GET());
  }

  /** Sends parts, each a head, an empty line and a body, as UTF-8. */
  public Answer sendParts(String conversationId, String... parts) {
    String start = "--b\r\n";
    String body = start + String.join("\r\n" + start, parts) + "\r\n--b--\r\n";
    return sendMultipart(conversationId, body.getBytes(UTF_8));
  }

  /** Sends a body with the boundary {@code b}. */
  public Answer sendMultipart(String conversationId, byte[] body) {
    return send(
        request(messagesOf(conversationId))
            .setHeader("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  /** A part that is a file of five bytes. */
  public static String file(String fileName, String contentType) {
    return disposition("name=\"attachments[]\"; filename=\"" + fileName + "\"")
        + "Content-Type: "
        + contentType
        + "\r\n\r\nBYTES";
  }

  public static String field(String name, String value) {
    return disposition("name=\"" + name + "\"") + "\r\n" + value;
  }

  public static String disposition(String parameters) {
    return "Content-Disposition: form-data; " + parameters + "\r\n";
  }

  /** A request with all the headers that the document asks for. */
  public HttpRequest.Builder request(String path) {
    return bareRequest(path)
        .header("Authorization", authorization)
        .header("Content-Type", "application/json");
  }

  /** A request without Authorization and Content-Type. */
  public HttpRequest.Builder bareRequest(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(5));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      String contentType = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), contentType, JSON.readTree(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for the simulator", e);
    } catch (IOException e) {
      throw new AssertionError("The simulator did not answer", e);
    }
  }

  /** Sends the head of a request and nothing of its body; the first line of what comes back. */
  public String announceBody(String conversationId, long length) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
      socket.setSoTimeout(30_000);
      String head =
          String.join(
              "\r\n",
              "POST " + messagesOf(conversationId) + " HTTP/1.1",
              "Host: localhost",
              "Authorization: " + authorization,
              "Content-Type: application/json",
              "Content-Length: " + length,
              "",
              "");
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return answer.readLine();
    }
  }

  /** What came back. */
  public record Answer(int status, String contentType, JsonNode json) {

    public String error() {
      return json.path("error").asText();
    }
  }
}
