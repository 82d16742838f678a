package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.RawCall;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.security.ApiKey;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens before anybody looks at a request's body. */
@ExtendWith(SharedHub.class)
class AuthenticationIT {
  private final TestHub hub;

  AuthenticationIT(TestHub hub) {
    this.hub = hub;
  }

  @Test
  void aStrangersBodyIsNotRead() throws IOException {
    for (var path : List.of("/events", "/connectors", "/nothing")) {
      try (var call = new RawCall(hub.stranger().root())) {
        call.head(
            "POST /api/v1/integration" + path + " HTTP/1.1",
            "Content-Type: application/json",
            "Content-Length: 100000000000");
        assertThat(call.answer())
            .startsWith("HTTP/1.1 401 ")
            .contains("application/problem+json", "WWW-Authenticate: Bearer", "nosniff")
            .contains("Connection: close");
        assertThat(call.isClosedByServer()).isTrue();
      }
    }
  }

  @Test
  void aCallerWithoutTheRoleIsRefusedBeforeTheBody() throws IOException {
    for (var path : List.of("/events", "/connectors")) {
      try (var call = new RawCall(hub.stranger().root())) {
        call.head(
            "POST /api/v1/integration" + path + " HTTP/1.1",
            "Authorization: Bearer " + hub.as(Role.VIEWER).key().orElseThrow(),
            "Content-Type: application/json",
            "Content-Length: 3000000");
        assertThat(call.answer()).startsWith("HTTP/1.1 403 ").contains("Connection: close");
      }
    }
  }

  @Test
  void aKeyIsTakenFromEitherHeader() {
    var key = hub.as(Role.VIEWER).key().orElseThrow();
    var stranger = hub.stranger();
    var viewer = new Caller("viewer", Role.VIEWER);
    assertThat(
            stranger.send(stranger.request("/me").header("X-API-Key", key)).as(200, Caller.class))
        .isEqualTo(viewer);
    assertThat(
            stranger
                .send(stranger.request("/me").header("Authorization", "bearer  " + key))
                .as(200, Caller.class))
        .isEqualTo(viewer);
    stranger.send(stranger.request("/me").header("Authorization", "Basic " + key)).problem(401);
  }

  @Test
  void whoKeepsGuessingIsLockedOutWhateverAddressHeClaims() {
    var right = ApiKey.parse(hub.as(Role.SUPPORT).key().orElseThrow()).orElseThrow();
    var guess = new ApiKey(ApiKey.random().id(), right.secret());
    var guesser = hub.stranger().as(guess.text());
    for (int i = 0; i < 5; i++) {
      claim(guesser, i).problem(401);
    }
    var locked = claim(guesser, 6);
    locked.problem(429);
    assertThat(Integer.parseInt(locked.header("Retry-After").orElseThrow())).isBetween(1, 60);
    assertThat(hub.as(Role.SUPPORT).get("/me").status()).as("another key").isEqualTo(200);
  }

  @Test
  void noAnswerTellsWhatServesIt() throws IOException {
    for (var line :
        List.of(
            "GET /api/v1/integration/me HTTP/1.1",
            "GET /%2e%2e/x HTTP/1.1",
            "GET / HTTP/9.9",
            "BREW /pot HTTP/1.1",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1")) {
      try (var call = new RawCall(hub.stranger().root())) {
        assertThat(call.head(line).answer())
            .matches("(?s)HTTP/1.1 [45]\\d\\d .*")
            .contains("application/problem+json", "nosniff")
            .doesNotContainIgnoringCase("jetty", "jersey", "Server: ", "exception");
      }
    }
  }

  private static Reply claim(ApiCaller guesser, int address) {
    return guesser.send(guesser.request("/me").header("X-Forwarded-For", "10.0.0." + address));
  }
}
