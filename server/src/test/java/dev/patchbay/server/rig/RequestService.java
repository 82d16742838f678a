package dev.patchbay.server.rig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.services.standin.CoreServices;
import dev.patchbay.services.standin.CoreServicesOptions;
import dev.patchbay.services.standin.faults.Stats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The stand-in Request Service: a service of hubs, and what it answers by itself. */
public final class RequestService implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final CoreServices services;
  private final String token;

  /** One that has so many requests. */
  public RequestService(int requests) {
    this.services = CoreServices.start(CoreServicesOptions.usual().withRequests(requests));
    this.token = token();
  }

  private String token() {
    var client = services.register("looker");
    var login = (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8);
    var basic = Base64.getEncoder().encodeToString(login);
    var request =
        request("/oauth2/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    return answer(request).path("access_token").asText();
  }

  /** It as a service of a hub. */
  public ServiceDraft draft(String name, boolean enabled) {
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
    var secrets = Map.of("clientSecret", client.secret());
    return new ServiceDraft(name, "rest", settings, secrets, enabled);
  }

  /** What it was asked. */
  public Stats stats() {
    return services.stats();
  }

  /** A page of {@code GET /requests}. */
  public JsonNode page(String query) {
    return answer(request("/requests?" + query).header("Authorization", "Bearer " + token));
  }

  /**
   * All requests.
   *
   * @param sort as its contract has it
   */
  public List<JsonNode> all(String sort) {
    var found = new ArrayList<JsonNode>();
    var query = "sort=" + sort + "&limit=200";
    var page = page(query);
    page.path("items").forEach(found::add);
    while (page.hasNonNull("next")) {
      page = page(query + "&cursor=" + page.path("next").asText());
      page.path("items").forEach(found::add);
    }
    return found;
  }

  /**
   * Something goes wrong from now on.
   *
   * @param fault as {@code /_faults} takes it
   */
  public void fault(Map<String, Object> fault) {
    var _ =
        answer(
            request("/_faults")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ServerJson.bytes(fault))));
  }

  /** Nothing goes wrong any more. */
  public void mend() {
    var _ = answer(request("/_faults").DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(services.uri().resolve(path));
  }

  private JsonNode answer(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return ServerJson.MAPPER.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void close() {
    services.close();
    http.close();
  }
}
