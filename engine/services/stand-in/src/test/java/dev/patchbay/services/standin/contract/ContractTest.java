package dev.patchbay.services.standin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.services.standin.CoreServices;
import dev.patchbay.services.standin.CoreServicesOptions;
import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uses every operation in good ways and bad; the conversation checks each word. */
class ContractTest {
  private static final String ALL =
      "requests:read+requests:write+users:read+notifications:send+notifications:read";

  private final MutableClock clock = MutableClock.at("2026-11-26T10:00:00Z");
  private final CoreServices services =
      CoreServices.start(CoreServicesOptions.usual().withClock(clock));
  private final Conversation talk = new Conversation(services);

  @AfterEach
  void close() {
    talk.close();
    services.close();
  }

  @Test
  void keepsToTheContractsInEveryOperationAndEveryStatus() {
    var client = talk.tree(talk.post("/clients", "{\"client_name\":\"Patchbay\"}"));
    talksAboutTokens(client);
    var id = client.path("client_id").asText();
    var secret = client.path("client_secret").asText();
    talk.as(talk.token(id, secret, ALL));
    talksAboutUsers();
    talksAboutRequests();
    talksAboutComments();
    createsInBulk();
    talksAboutNotifications();
    isRefusedWithoutAToken(
        talk.token(id, secret, "users:read"), talk.token(id, secret, "requests:read"));
    talk.as(talk.token(id, secret, ALL));
    fails(id, secret);

    var missing = new TreeSet<>(talk.described());
    missing.removeAll(talk.covered());
    // a key in use takes two at once, see IdempotencyTest
    assertThat(missing)
        .containsExactly("addComment 409", "createRequests 409", "sendNotification 409");
  }

  private void talksAboutTokens(JsonNode client) {
    var basic =
        Conversation.basic(
            client.path("client_id").asText(), client.path("client_secret").asText());
    assertThat(talk.as("").post("/clients", "{}").status()).isEqualTo(400);
    assertThat(talk.post("/clients", "{\"client_name\":\"x\",\"scope\":\"root\"}").status())
        .isEqualTo(400);
    assertThat(talk.as(basic).form("/oauth2/token", "grant_type=password").status()).isEqualTo(400);
    assertThat(talk.form("/oauth2/token", "scope=users:read").status()).isEqualTo(400);
    assertThat(talk.form("/oauth2/token", "grant_type=client_credentials&scope=root").status())
        .isEqualTo(400);
    assertThat(
            talk.as(Conversation.basic("x", "y"))
                .form("/oauth2/token", "grant_type=client_credentials")
                .status())
        .isEqualTo(401);
    assertThat(talk.as("").get("/oauth2/jwks").answer()).doesNotContain("\"d\"");
  }

  private void talksAboutUsers() {
    assertThat(talk.get("/users/u-1").status()).isEqualTo(200);
    assertThat(talk.get("/users/none").status()).isEqualTo(404);
    assertThat(items("/users?role=agent&active=true&sort=-name&limit=3")).isNotEmpty();
    assertThat(items("/users?id=u-1&id=u-2")).hasSize(2);
    for (var bad :
        new String[] {
          "role=", "active=maybe", "sort=age", "limit=0", "limit=201", "limit=x", "colour=red"
        }) {
      assertThat(talk.get("/users?" + bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(talk.get("/users?q=" + "x".repeat(201)).status()).isEqualTo(400);
  }

  private void talksAboutRequests() {
    assertThat(talk.get("/requests/r-1").status()).isEqualTo(200);
    assertThat(talk.get("/requests/bulk").status()).isEqualTo(404);
    assertThat(
            items(
                "/requests?status=open&status=closed&category=Waste&from=2026-01-01T00:00:00Z"
                    + "&to=2026-12-31T00:00:00%2B02:00&q=RUBBISH+tyres&sort=updatedAt&limit=2"))
        .hasSize(2);
    for (var bad :
        new String[] {
          "from=yesterday", "to=2026-01-01", "sort=zip", "limit=1&limit=2", "state=open"
        }) {
      assertThat(talk.get("/requests?" + bad).status()).as(bad).isEqualTo(400);
    }
  }

  private void talksAboutComments() {
    var comments = "/requests/r-1/comments";
    var draft =
        "{\"text\":\"Fine\",\"public\":true,\"author\":{\"id\":\"u-1\",\"name\":\"Zoë\"},"
            + "\"mediaUrl\":\"https://x.example/1.jpg\"}";
    assertThat(talk.post(comments, "k1", draft).status()).isEqualTo(201);
    assertThat(talk.post(comments, "k1", draft).received()).containsKey("idempotency-replayed");
    assertThat(talk.post(comments, "k1", "{\"text\":\"Other\"}").status()).isEqualTo(422);
    assertThat(talk.post("/requests/none/comments", "k2", draft).status()).isEqualTo(404);
    for (var bad :
        new String[] {
          "",
          "[]",
          "{",
          "{}",
          "{\"text\":\"\"}",
          "{\"text\":7}",
          "{\"text\":\"x\",\"colour\":1}",
          "{\"text\":\"x\",\"public\":\"yes\"}",
          "{\"text\":\"x\",\"mediaUrl\":\"no uri\"}"
        }) {
      assertThat(talk.post(comments, "k3", bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(talk.post(comments, draft).status()).isEqualTo(400);
    assertThat(items(comments + "?limit=1")).hasSize(1);
    assertThat(talk.get(comments + "?sort=id").status()).isEqualTo(400);
    assertThat(talk.get("/requests/none/comments").status()).isEqualTo(404);
  }

  private void createsInBulk() {
    var body =
        """
        {"items": [
          {"id": "new-1", "title": "A", "requestedAt": "2026-11-01T10:00:00+01:00", "tags": ["x"],
           "reporter": {"name": "Zoë"}, "attributes": {"ward": 7}, "lat": 1.5, "public": null},
          {"id": "r-1", "title": "There already"},
          {"title": ""},
          {"title": "B", "colour": "red"},
          {"title": "C", "lat": 91},
          "no object",
          {"title": "D"}
        ]}""";
    var answer = talk.post("/requests/bulk", "b1", body);
    assertThat(talk.tree(answer).path("results").valueStream().map(r -> r.path("status").asInt()))
        .containsExactly(201, 409, 422, 422, 422, 422, 201);
    refusesWhatIsNoDraftAndNothingElse(body, talk.tree(answer));
    assertThat(talk.post("/requests/bulk", "b1", body).answer()).isEqualTo(answer.answer());
    assertThat(talk.post("/requests/bulk", "b1", "{\"items\":[{}]}").status()).isEqualTo(422);
    assertThat(talk.get("/requests/new-1").status()).isEqualTo(200);
    for (var bad :
        new String[] {"{}", "{\"items\":[]}", "{\"items\":{}}", "{\"items\":[{}],\"x\":1}"}) {
      assertThat(talk.post("/requests/bulk", "b2", bad).status()).as(bad).isEqualTo(400);
    }
  }

  /** The contract leaves items open, so that a bad one does not fail the others. */
  private void refusesWhatIsNoDraftAndNothingElse(String body, JsonNode answer) {
    var contract = ContractFile.read("request-service.yaml");
    var items = talk.check().tree(body).path("items");
    for (int i = 0; i < items.size(); i++) {
      var faults = contract.faults(contract.component("RequestDraft"), items.get(i));
      int status = answer.path("results").path(i).path("status").asInt();
      assertThat(faults.isEmpty()).as(items.get(i) + " " + faults).isEqualTo(status != 422);
    }
  }

  private void talksAboutNotifications() {
    var draft =
        "{\"channel\":\"email\",\"recipient\":{\"userId\":\"u-1\"},\"text\":\"Hello\","
            + "\"subject\":null,\"requestId\":\"r-1\"}";
    var taken = talk.post("/notifications", "n1", draft);
    assertThat(taken.status()).isEqualTo(202);
    var place = taken.received().getOrDefault("location", List.of("")).getFirst();
    assertThat(talk.tree(talk.get(place)).path("status").asText()).isEqualTo("queued");
    clock.advance(Duration.ofSeconds(1));
    assertThat(talk.tree(talk.get(place)).path("status").asText()).isEqualTo("sent");
    assertThat(talk.post("/notifications", "n1", draft + " ").status()).isEqualTo(422);
    assertThat(talk.get("/notifications/none").status()).isEqualTo(404);
    for (var bad :
        new String[] {
          "{\"channel\":\"pigeon\",\"recipient\":{\"userId\":\"u-1\"},\"text\":\"x\"}",
          "{\"channel\":\"sms\",\"recipient\":{},\"text\":\"x\"}",
          "{\"channel\":\"sms\",\"recipient\":{\"userId\":\"u\",\"address\":\"a\"},\"text\":\"x\"}",
          "{\"channel\":\"sms\",\"recipient\":{\"userId\":\"u-1\"}}"
        }) {
      assertThat(talk.post("/notifications", "n2", bad).status()).as(bad).isEqualTo(400);
    }
  }

  private void isRefusedWithoutAToken(String usersOnly, String requestsOnly) {
    for (var header : new String[] {"", "Bearer x.y.z", "Basic eDp5"}) {
      talk.as(header);
      callEveryGuardedOperation()
          .forEach((operation, status) -> assertThat(status).as(operation).isEqualTo(401));
    }
    callAs(usersOnly, "listUsers", "getUser");
    callAs(requestsOnly, "listRequests", "getRequest", "listComments");
    clock.advance(Duration.ofMinutes(11));
    assertThat(talk.as(usersOnly).get("/users").status()).isEqualTo(401);
  }

  private void callAs(String token, String... allowed) {
    talk.as(token);
    callEveryGuardedOperation()
        .forEach(
            (operation, status) -> {
              if (!List.of(allowed).contains(operation)) {
                assertThat(status).as(operation).isEqualTo(403);
              }
            });
  }

  private Map<String, Integer> callEveryGuardedOperation() {
    var key = "k" + System.nanoTime();
    return Map.of(
        "listUsers", talk.get("/users").status(),
        "getUser", talk.get("/users/u-1").status(),
        "listRequests", talk.get("/requests").status(),
        "getRequest", talk.get("/requests/r-1").status(),
        "listComments", talk.get("/requests/r-1/comments").status(),
        "addComment", talk.post("/requests/r-1/comments", key, "{\"text\":\"x\"}").status(),
        "createRequests", talk.post("/requests/bulk", key, "{\"items\":[{}]}").status(),
        "sendNotification",
            talk.post(
                    "/notifications",
                    key,
                    "{\"channel\":\"sms\",\"recipient\":{\"userId\":\"u-1\"},\"text\":\"x\"}")
                .status(),
        "getNotification", talk.get("/notifications/n-1").status());
  }

  private void fails(String id, String secret) {
    for (int status : new int[] {500, 503, 429}) {
      talk.control("POST", "/_faults", "{\"fault\":\"%d\"}".formatted(status));
      callEveryGuardedOperation()
          .forEach((operation, got) -> assertThat(got).as(operation).isEqualTo(status));
      var _ = talk.get("/oauth2/jwks");
      var _ = talk.post("/clients", "{\"client_name\":\"x\"}");
      var token = talk.token(id, secret, ALL);
      assertThat(token).isEqualTo("Bearer ");
      talk.control("DELETE", "/_faults", "");
      talk.as(talk.token(id, secret, ALL));
    }
  }

  private Iterable<JsonNode> items(String target) {
    return talk.tree(talk.get(target)).path("items");
  }
}
