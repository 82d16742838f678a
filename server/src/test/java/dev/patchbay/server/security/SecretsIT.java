package dev.patchbay.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.model.intake.IntakeState;
import dev.patchbay.model.intake.IntakeView;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.service.ServiceCheck;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.server.rig.DatabaseDump;
import dev.patchbay.server.rig.LiveListener;
import dev.patchbay.server.rig.PeopleService;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A secret goes in and never comes out. */
@ExtendWith(SharedHub.class)
class SecretsIT {
  private final Workplace work;
  private final String canary = "canary-" + UUID.randomUUID();

  SecretsIT(Workplace work) {
    this.work = work;
  }

  @Test
  void aCredentialIsFoundNowhere() {
    try (var live = LiveListener.open(work.hub().admin(), null)) {
      useItEverywhere();
      live.await("connector");
      assertThat(live.text()).doesNotContain(canary);
    }
    assertThat(DatabaseDump.of(work.hub().database()).holds(canary)).isFalse();
    assertThat(work.hub().hasAnswered(canary)).isFalse();
    assertThat(work.hub().log().text()).doesNotContain(canary);
  }

  @Test
  void theSearchFindsWhatIsThere() {
    work.opened();
    work.post(List.of(work.event(canary, "t")));
    work.await(DeliveryState.DELIVERED, 1);
    work.hub().admin().get("/deliveries?key=" + canary);
    assertThat(DatabaseDump.of(work.hub().database()).holds(canary)).isTrue();
    assertThat(work.hub().hasAnswered(canary)).isTrue();
  }

  @Test
  void keysAreStoredAsHashes() {
    var dump = DatabaseDump.of(work.hub().database());
    for (var role : Role.values()) {
      var key = ApiKey.parse(work.hub().as(role).key().orElseThrow()).orElseThrow();
      assertThat(dump.holds(key.id())).isTrue();
      assertThat(dump.holds(key.secret())).isFalse();
      assertThat(dump.holds(key.hash())).isTrue();
      assertThat(work.hub().log().text()).doesNotContain(key.secret());
    }
  }

  @Test
  void aCiphertextOpensOnlyInItsOwnRow(Workplace other) {
    work.opened();
    other.opened();
    DatabaseDump.change(
        work.hub().database(),
        """
            UPDATE credential c SET ciphertext = (SELECT o.ciphertext FROM credential o
              WHERE o.connector = CASE c.connector WHEN '%1$s' THEN '%2$s' ELSE '%1$s' END)
            WHERE c.connector IN ('%1$s', '%2$s')
            """
            .formatted(work.name(), other.name()));
    var admin = work.hub().admin();
    var path = "/connectors/" + work.name();
    var again =
        new ConnectorDraft(
            work.name(), "google-sheets", Map.of("calls-per-minute", "99"), Map.of(), true);
    admin.put(path, admin.get(path).tag(), again).as(200, ConnectorView.class);

    var check = admin.post(path + "/check");

    assertThat(check.as(200, CheckResult.class).ok()).isFalse();
    assertThat(check.text()).contains("does not open with the hub's key file");
  }

  /** Nobody listens there: the intake tries, and says why it fails. */
  private void keepItForABroker() {
    var admin = work.hub().admin();
    var settings = Map.of("url", "redis://127.0.0.1:1", "stream", "requests");
    var intake = new IntakeDraft(work.name(), "redis", settings, Map.of("password", canary), true);
    assertThat(admin.post("/intakes", intake).as(201, IntakeView.class).secretsSet())
        .containsExactly("password");
    Eventually.soon()
        .passes(
            () ->
                assertThat(admin.get("/intakes/" + work.name()).as(200, IntakeView.class).nodes())
                    .anyMatch(node -> node.state() == IntakeState.DOWN));
  }

  /** Whoever listens takes no such token: the service is refused, and its state says so. */
  private void keepItForAService() {
    var admin = work.hub().admin();
    try (var people = new PeopleService()) {
      people.wants("another");
      var settings = Map.of("url", people.url(), "authentication", "bearer");
      var draft = new ServiceDraft(work.name(), "rest", settings, Map.of("token", canary), true);
      assertThat(admin.post("/services", draft).as(201, ServiceView.class).secretsSet())
          .containsExactly("token");
      assertThat(admin.post("/services/" + work.name() + "/check").as(200, ServiceCheck.class).ok())
          .isFalse();
      assertThat(people.calls()).isNotEmpty();
    }
    admin.post("/services/" + work.name() + "/check").as(200, ServiceCheck.class);
    admin.get("/services");
  }

  private void useItEverywhere() {
    keepItForABroker();
    keepItForAService();
    var admin = work.hub().admin();
    var path = "/connectors/" + work.name();
    var key =
        work.google().serviceAccountKey().replaceAll("(BEGIN PRIVATE KEY-----)", "$1" + canary);
    var draft = draft(Map.of("service-account-key", key));
    admin.post("/connectors", draft).as(201, ConnectorView.class);
    admin.post("/routes", work.route()).as(201, RouteView.class);
    assertThat(admin.post(path + "/check").as(200, CheckResult.class).ok()).isFalse();
    admin.post(path + "/describe", work.route().target());
    work.post(List.of(work.event("1", "t")));
    admin.post(path + "/pause");
    admin.post(path + "/resume");
    admin.put(path, "\"1\"", draft(Map.of("oauth-client-secret", canary)));
    admin.put(path, "\"2\"", draft(Map.of("oauth-refresh-token", canary, "what", canary)));
    admin.post("/connectors", draft);
    admin
        .post("/connectors", "{\"secrets\":{\"service-account-key\":" + canary + "}}")
        .problem(400);
    admin
        .post("/connectors", "{\"secrets\":{\"a\":\"" + canary + "\"},\"secrets\":1}")
        .problem(400);
    admin.post("/connectors", "{\"secrets\":\"" + canary + "\"}").problem(400);
    admin.get(path);
    admin.get("/connectors");
  }

  private ConnectorDraft draft(Map<String, String> secrets) {
    return new ConnectorDraft(work.name(), "google-sheets", Map.of(), secrets, true);
  }
}
