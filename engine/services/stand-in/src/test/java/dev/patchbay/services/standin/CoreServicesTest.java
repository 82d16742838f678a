package dev.patchbay.services.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patchbay.services.rest.RestServiceType;
import dev.patchbay.services.standin.auth.Client;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.spi.service.Service;
import dev.patchbay.spi.service.ServiceContext;
import dev.patchbay.testkit.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the stand-in does, asked with the hub's own REST service and changed over plain HTTP. */
class CoreServicesTest {
  private final MutableClock clock = MutableClock.at("2026-11-26T10:00:00Z");
  private final CoreServices services =
      CoreServices.start(CoreServicesOptions.usual().withClock(clock));
  private final Client writer = services.register("writer");
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Service hub = hub(services, "requests:read requests:write users:read");

  @AfterEach
  void close() {
    hub.close();
    http.close();
    services.close();
  }

  @Test
  void isCheckedByTheHub() {
    assertThat(hub.check()).hasSize(2).allMatch(CheckReport.Step::ok);
    try (var stranger = hub(services, "root")) {
      assertThat(stranger.check()).hasSize(1).noneMatch(CheckReport.Step::ok);
    }
  }

  @Test
  void pagesThroughEverythingOnceThoughRequestsAreAddedMeanwhile() {
    var expected = new TreeSet<String>();
    for (int i = 1; i <= 200; i++) {
      expected.add("r-" + i);
    }
    for (var sort : List.of("requestedAt", "-requestedAt", "updatedAt", "-updatedAt", "id")) {
      var seen = new ArrayList<String>();
      var page = get("/requests?limit=37&sort=" + sort);
      while (true) {
        page.path("items").forEach(item -> seen.add(item.path("id").asText()));
        if (page.path("next").isNull()) {
          break;
        }
        bulk(sort + seen.size(), "{\"items\":[{\"title\":\"new\"}]}");
        page = get("/requests?limit=37&sort=" + sort + "&cursor=" + page.path("next").asText());
      }
      assertThat(seen).doesNotHaveDuplicates().containsAll(expected);
    }
  }

  @Test
  void sortsAsAsked() {
    var times = new ArrayList<String>();
    get("/requests?limit=200&sort=requestedAt")
        .path("items")
        .forEach(item -> times.add(item.path("requestedAt").asText()));

    assertThat(times).hasSize(200).isSorted();
  }

  @Test
  void filtersAsAsked() {
    var all = get("/requests?limit=200").path("items");
    var expected = new TreeSet<String>();
    for (var request : all) {
      var asked = request.path("requestedAt").asText();
      if (List.of("open", "closed").contains(request.path("status").asText())
          && request.path("category").asText().equals("Waste")
          && asked.compareTo("2026-03-01T00:00:00Z") >= 0
          && asked.compareTo("2026-08-01T00:00:00Z") < 0) {
        expected.add(request.path("id").asText());
      }
    }
    var found = new TreeSet<String>();
    get("/requests?status=open&status=closed&category=Waste&limit=200"
            + "&from=2026-03-01T00:00:00Z&to=2026-08-01T02:00:00%2B02:00")
        .path("items")
        .forEach(item -> found.add(item.path("id").asText()));

    assertThat(found).isNotEmpty().isEqualTo(expected);
    for (var item : get("/requests?q=TYRES+fridge&limit=200").path("items")) {
      assertThat(item.path("description").asText()).contains("Tyres").contains("fridge");
    }
    var agent = get("/users?role=agent&limit=1").at("/items/0/id").asText();
    for (var item : get("/requests?limit=200&assignee=" + agent).path("items")) {
      assertThat(item.path("assignee").asText()).isEqualTo(agent);
    }
    for (var user : get("/users?role=agent&role=admin&active=true&limit=200").path("items")) {
      assertThat(user.path("role").asText()).isIn("agent", "admin");
      assertThat(user.path("active").asBoolean()).isTrue();
    }
  }

  @Test
  void takesACursorForTheListItWasMadeForOnly() {
    var next = get("/requests?limit=1&status=open").path("next").asText();

    assertThat(fetch("/requests?limit=5&status=open&cursor=" + next))
        .isInstanceOf(Fetched.Found.class);
    assertThat(fetch("/requests?limit=1&status=closed&cursor=" + next))
        .isInstanceOf(Fetched.Refused.class);
    assertThat(fetch("/requests?cursor=nonsense")).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void makesTheSameWorldFromTheSameSeed() {
    assertThat(world(3)).isEqualTo(world(3)).isNotEqualTo(world(4));
  }

  private static String world(long seed) {
    try (var services = CoreServices.start(CoreServicesOptions.usual().withSeed(seed));
        var hub = hub(services, "requests:read users:read")) {
      return text(hub, "/requests?limit=200")
          + text(hub, "/users?limit=200")
          + text(hub, "/requests/r-7/comments");
    }
  }

  @Test
  void appliesOnceWhatIsSentAgainAfterItsAnswerWasDropped() {
    fault("{\"fault\":\"drop-after-apply\",\"operation\":\"createRequests\",\"count\":1}");
    var body = "{\"items\":[{\"id\":\"x-1\",\"title\":\"A\"},{\"title\":\"B\"}]}";

    assertThatThrownBy(() -> send("POST", "/requests/bulk", "key-1", body))
        .isInstanceOf(IOException.class);
    var again = bulk("key-1", body);

    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(tree(again.body()).at("/results/0/status").asInt()).isEqualTo(201);
    assertThat(get("/requests?limit=200&sort=-requestedAt&from=2026-11-26T00:00:00Z").path("items"))
        .hasSize(2);
  }

  @Test
  void forgetsAKeyAfterADay() {
    var body = "{\"items\":[{\"id\":\"x-1\",\"title\":\"A\"}]}";
    bulk("key-1", body);
    clock.advance(Duration.ofHours(25));

    assertThat(tree(bulk("key-1", body).body()).at("/results/0/status").asInt()).isEqualTo(409);
  }

  @Test
  void countsCommentsOnTheirRequest() throws Exception {
    int before = get("/requests/r-1").path("comments").asInt();
    assertThat(get("/requests/r-1/comments").path("items")).hasSize(before);

    send("POST", "/requests/r-1/comments", "k", "{\"text\":\"x\"}");

    assertThat(get("/requests/r-1").path("comments").asInt()).isEqualTo(before + 1);
    assertThat(get("/requests/r-1/comments").path("items")).hasSize(before + 1);
  }

  @Test
  void countsCallsByPathTemplateAndEnding() {
    fetch("/users/u-1");
    fetch("/users/u-2");
    fetch("/users/none");

    var counts = tree(plain("GET", "/_stats", "")).path("operations");
    assertThat(counts.path("GET /users/{id}"))
        .isEqualTo(json.createObjectNode().put("200", 2).put("404", 1));
    assertThat(services.stats().calls("POST /oauth2/token")).isEqualTo(1);
    assertThat(fetch("/users/a%2Fb")).isEqualTo(new Fetched.Missing());
  }

  @Test
  void failsAtTheRateThatIsAskedForTheSameWayEachTime() {
    fault("{\"fault\":\"503\",\"operation\":\"getUser\",\"rate\":0.3,\"delaySeconds\":7}");
    var first = outcomes();
    plain("DELETE", "/_faults", "");
    fault("{\"fault\":\"503\",\"operation\":\"getUser\",\"rate\":0.3,\"delaySeconds\":7}");

    assertThat(outcomes()).isEqualTo(first);
    assertThat(first.stream().filter("Unavailable PT7S"::equals).count()).isBetween(10L, 50L);
  }

  private List<String> outcomes() {
    var outcomes = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      outcomes.add(
          fetch("/users/u-1") instanceof Fetched.Unavailable(_, var pause)
              ? "Unavailable " + pause
              : "other");
    }
    return outcomes;
  }

  @Test
  void takesATokenBackSoThatTheHubGetsAnother() {
    fetch("/users/u-1");
    fault("{\"fault\":\"expire-token\",\"count\":1}");

    assertThat(fetch("/users/u-1")).isInstanceOf(Fetched.Found.class);
    assertThat(services.stats().calls("POST /oauth2/token")).isEqualTo(2);
  }

  @Test
  void isSlowAsLongAsItIsAskedAndStopsAtOnce() {
    fault("{\"fault\":\"slow\",\"delaySeconds\":3600}");

    assertThat(hub.fetch("/users/u-1", Deadline.in(Duration.ofMillis(300))))
        .isInstanceOf(Fetched.Unavailable.class);
  }

  @Test
  void saysWhichMemberOfAFaultMakesNoSense() {
    for (var bad :
        List.of(
            "{}",
            "{\"fault\":\"418\"}",
            "{\"fault\":\"500\",\"rate\":2}",
            "{\"fault\":\"500\",\"colour\":1}",
            "{\"fault\":\"500\",\"count\":-1}")) {
      assertThat(plain("POST", "/_faults", bad)).as(bad).contains("\"status\":400").contains("\"/");
    }
    assertThat(plain("GET", "/_faults", "")).isEqualTo("{\"faults\":[]}");
  }

  @Test
  void refusesPathsMethodsAndBodiesThatThereAreNot() {
    assertThat(plain("GET", "/nothing", "")).contains("\"status\":404");
    assertThat(plain("DELETE", "/users/u-1", "")).contains("\"status\":405").contains("Use GET.");
    assertThat(plain("POST", "/clients", " ".repeat((8 << 20) + 1))).contains("\"status\":413");
  }

  private static Service hub(CoreServices services, String scope) {
    var client = services.register("hub");
    var settings =
        Map.of(
            "url",
            services.uri().toString(),
            "authentication",
            "client-credentials",
            "tokenUrl",
            services.uri() + "/oauth2/token",
            "clientId",
            client.id(),
            "scope",
            scope);
    return new RestServiceType()
        .open(
            new ServiceContext(
                "core", settings, _ -> Optional.of(client.secret()), InstantSource.system()));
  }

  private Fetched fetch(String path) {
    return hub.fetch(path, Deadline.in(Duration.ofSeconds(20)));
  }

  private JsonNode get(String path) {
    return tree(text(hub, path));
  }

  private static String text(Service hub, String path) {
    var fetched = hub.fetch(path, Deadline.in(Duration.ofSeconds(20)));
    return fetched instanceof Fetched.Found(var bytes)
        ? new String(bytes, StandardCharsets.UTF_8)
        : fetched.toString();
  }

  private HttpResponse<String> bulk(String key, String body) {
    try {
      return send("POST", "/requests/bulk", key, body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void fault(String plan) {
    assertThat(plain("POST", "/_faults", plan)).contains("\"fired\":0");
  }

  private String plain(String method, String path, String body) {
    try {
      return send(method, path, "", body).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> send(String method, String path, String key, String body)
      throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(services.uri() + path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key).header("Authorization", "Bearer " + token());
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String token() throws IOException {
    var pair = (writer.id() + ":" + writer.secret()).getBytes(StandardCharsets.US_ASCII);
    var request =
        HttpRequest.newBuilder(URI.create(services.uri() + "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
            .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    try {
      return tree(http.send(request.build(), BodyHandlers.ofString()).body())
          .path("access_token")
          .asText();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
