package dev.patchbay.services.standin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.services.standin.CoreServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Talks with the stand-in and checks every request and answer against the contracts. */
final class Conversation implements AutoCloseable {
  private final ContractCheck check = new ContractCheck(ContractFile.all());
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Spoken> spoken = new ArrayList<>();
  private final Set<String> covered = new TreeSet<>();
  private final URI address;
  private String authorization = "";

  Conversation(CoreServices services) {
    this.address = services.uri();
  }

  /** From now on this is the Authorization header; none if empty. */
  Conversation as(String header) {
    authorization = header;
    return this;
  }

  Spoken get(String target) {
    return say("GET", target, Map.of(), "");
  }

  Spoken post(String target, String body) {
    return say("POST", target, Map.of("Content-Type", "application/json"), body);
  }

  Spoken post(String target, String key, String body) {
    return say(
        "POST", target, Map.of("Content-Type", "application/json", "Idempotency-Key", key), body);
  }

  Spoken form(String target, String body) {
    return say("POST", target, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
  }

  /** A token for these scopes. */
  String token(String id, String secret, String scope) {
    as(basic(id, secret));
    var answer = form("/oauth2/token", "grant_type=client_credentials&scope=" + scope);
    return "Bearer " + tree(answer).path("access_token").asText();
  }

  static String basic(String id, String secret) {
    var pair = (id + ":" + secret).getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** A call to the controls, which no contract describes. */
  JsonNode control(String method, String path, String body) {
    return tree(send(method, path, Map.of("Content-Type", "application/json"), body));
  }

  JsonNode tree(Spoken one) {
    try {
      return json.readTree(one.answer());
    } catch (JsonProcessingException e) {
      throw new AssertionError(one.answer(), e);
    }
  }

  /** Operations with the statuses that were seen, for example {@code getUser 404}. */
  Set<String> covered() {
    return Set.copyOf(covered);
  }

  /** Operations with the statuses that the contracts name. */
  Set<String> described() {
    var described = new TreeSet<String>();
    for (var operation : check.operations()) {
      operation
          .operation()
          .path("responses")
          .fieldNames()
          .forEachRemaining(status -> described.add(operation.id() + " " + status));
    }
    return described;
  }

  ContractCheck check() {
    return check;
  }

  @Override
  public void close() {
    http.close();
  }

  private Spoken say(String method, String target, Map<String, String> headers, String body) {
    var one = send(method, target, headers, body);
    spoken.add(one);
    assertThat(check.faults(one)).as(one.toString()).isEmpty();
    check.operation(one).ifPresent(it -> covered.add(it.id() + " " + one.status()));
    return one;
  }

  private Spoken send(String method, String target, Map<String, String> headers, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + target))
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try {
      var built = request.build();
      return spoken(built, body, http.send(built, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Spoken spoken(HttpRequest request, String body, HttpResponse<String> answer) {
    var query = request.uri().getRawQuery();
    return new Spoken(
        request.method(),
        request.uri().getRawPath(),
        query == null ? "" : query,
        lowered(request.headers().map()),
        body,
        answer.statusCode(),
        lowered(answer.headers().map()),
        answer.body());
  }

  private static Map<String, List<String>> lowered(Map<String, List<String>> headers) {
    var lowered = new HashMap<String, List<String>>();
    headers.forEach((name, values) -> lowered.put(name.toLowerCase(Locale.ROOT), values));
    return lowered;
  }
}
