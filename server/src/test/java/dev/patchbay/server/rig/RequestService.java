package dev.patchbay.server.rig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.services.standin.CoreServices;
import dev.patchbay.services.standin.CoreServicesOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The stand-in Request Service, and what it answers by itself. */
public final class RequestService implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final CoreServices services;
  private final String token;

  public RequestService(int requests) throws IOException, InterruptedException {
    this.services = CoreServices.start(CoreServicesOptions.usual().withRequests(requests));
    this.token = token();
  }

  private String token() throws IOException, InterruptedException {
    var client = services.register("parity");
    var login = client.id() + ":" + client.secret();
    var basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(services.uri().resolve("/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    return read(request).path("access_token").asText();
  }

  /** A page of {@code GET /requests}. */
  public JsonNode page(String query) throws IOException, InterruptedException {
    var uri = URI.create(services.uri() + "/requests?" + query);
    return read(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build());
  }

  /** All requests, newest first. */
  public List<JsonNode> all() throws IOException, InterruptedException {
    var found = new ArrayList<JsonNode>();
    var page = page("limit=200");
    page.path("items").forEach(found::add);
    while (page.hasNonNull("next")) {
      page = page("limit=200&cursor=" + page.path("next").asText());
      page.path("items").forEach(found::add);
    }
    return found;
  }

  /** It as a service of a hub. */
  public ServiceDraft draft(String name) {
    var client = services.register(name);
    var settings =
        Map.of(
            "url",
            services.uri().toString(),
            "authentication",
            "client-credentials",
            "tokenUrl",
            services.uri() + "/oauth2/token",
            "clientId",
            client.id());
    return new ServiceDraft(name, "rest", settings, Map.of("clientSecret", client.secret()), true);
  }

  /** What goes wrong with the next call of an operation. */
  public void failOnce(String kind, String operation) {
    var fault = "{\"fault\":\"%s\",\"operation\":\"%s\",\"count\":1}".formatted(kind, operation);
    control(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(fault)));
  }

  private void control(HttpRequest.Builder request) {
    try {
      var uri = services.uri().resolve("/_faults");
      var answer = http.send(request.uri(uri).build(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer + answer.body());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private JsonNode read(HttpRequest request) throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return ServerJson.MAPPER.readTree(answer.body());
  }

  @Override
  public void close() {
    services.close();
    http.close();
  }
}
