package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Switch;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.security.ApiKey;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At the door: who gets in, and what the others are told. */
@ExtendWith(SharedHub.class)
class ClientAccessIT {
  private final TestHub hub;

  ClientAccessIT(TestHub hub) {
    this.hub = hub;
  }

  private URI server() {
    return hub.stranger().root();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whoLogsInIsKnownByNameAndRole(Role role) throws HubException, InterruptedException {
    try (var visitor = Visitor.as(role, hub)) {
      assertThat(visitor.whole("/me", visitor.client()::me))
          .isEqualTo(new Caller(role.name().toLowerCase(Locale.ROOT), role));
    }
  }

  @Test
  void whatIsNoKeyIsRefused() throws InterruptedException {
    for (var key : List.of("pb_wrong", "schlüssel", "")) {
      try (var client = new HubClient(server(), key)) {
        assertThat(((Failure.LoggedOut) Visitor.failureOf(client::me)).problem().status())
            .isEqualTo(401);
      }
    }
  }

  @Test
  void aWrongKeyIsRefusedAndThenLockedOut() throws InterruptedException {
    try (var client = new HubClient(server(), ApiKey.random().text())) {
      for (int guess = 0; guess < 5; guess++) {
        assertThat(problem(client))
            .isEqualTo(
                problem(
                    "unauthenticated",
                    "A valid API key is needed",
                    401,
                    "Send a valid API key as 'Authorization: Bearer pb_…' or 'X-API-Key: pb_…'."));
      }
      var locked = problem(client);
      assertThat(locked)
          .isEqualTo(
              problem("too-many-attempts", "Too many wrong keys", 429, locked.detail() + ""));
      assertThat(locked.detail()).matches("Wait \\d+ s before you try a key again\\.");
    }
  }

  private static Problem problem(HubClient client) throws InterruptedException {
    return ((Failure.LoggedOut) Visitor.failureOf(client::me)).problem();
  }

  private static Problem problem(String name, String title, int status, String detail) {
    return new Problem("/problems/" + name, title, status, detail, List.of(), null);
  }

  @Test
  void aViewerMayLookAndIsRefusedByRoleWhereItWouldChange() throws InterruptedException {
    try (var viewer = Visitor.as(Role.VIEWER, hub)) {
      var refused = Visitor.failureOf(() -> viewer.client().switchRoute("any", Switch.PAUSE));
      assertThat(((Failure.Forbidden) refused).problem().type()).isEqualTo("/problems/forbidden");
    }
  }
}
