package dev.patchbay.server.age;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.AgeCheck;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DatabaseDump;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A schedule tells which secrets are old, and never what they are. */
@ExtendWith(SharedHub.class)
class AgeCheckIT {
  private final TestHub hub;
  private final ApiCaller admin;
  private final Workplace work;

  AgeCheckIT(Workplace work) {
    this.work = work;
    this.hub = work.hub();
    this.admin = hub.admin();
  }

  @Test
  void oldSecretsAndKeysAreToldByNameUntilTheyAreExchanged() {
    work.opened();
    admin.post("/users", new UserDraft("u-" + work.name(), Role.VIEWER, true)).status();
    var key =
        admin
            .post("/users/u-" + work.name() + "/keys", new KeyDraft("old"))
            .as(201, NewApiKey.class);
    change("UPDATE credential SET changed_at = now() - interval '200 days' WHERE connector = '%s'");
    change("UPDATE api_key SET created_at = now() - interval '40 days' WHERE hub_user = 'u-%s'");

    var run = run("ages " + work.name());

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.findings()).isEqualTo(2);
    var file = file(run);
    assertThat(file.getFirst()).isEqualTo("What,Of,Name,Since (UTC),Days");
    assertThat(file.get(1))
        .startsWith("CONNECTOR_SECRET," + work.name() + ",service-account-key,")
        .endsWith(",200");
    assertThat(file.get(2)).startsWith("UNUSED_KEY,u-" + work.name() + ",").endsWith(",40");
    assertThat(String.join("", file)).doesNotContain(key.secret());

    var before = admin.get("/connectors/" + work.name());
    admin
        .put(
            "/connectors/" + work.name(),
            before.tag(),
            new ConnectorDraft(
                work.name(),
                "google-sheets",
                Map.of(),
                Map.of("service-account-key", work.google().serviceAccountKey()),
                true))
        .as(200, ConnectorView.class);
    assertThat(run("ages again " + work.name()).findings()).isEqualTo(1);
  }

  @Test
  void whatIsOldHasToBeSaid() {
    assertThat(faults(new AgeCheck(null, null, null))).containsExactly("/secretAges");
    assertThat(faults(new AgeCheck(0, 4_000, -1)))
        .containsExactly("/secretAges/secrets", "/secretAges/apiKeys", "/secretAges/unusedKeys");
  }

  private List<String> faults(AgeCheck check) {
    return admin.post("/schedules", ScheduleDraft.of("x", check, "0 0 3 1 1 ?", "UTC")).faults(400);
  }

  private void change(String sql) {
    DatabaseDump.change(hub.database(), sql.formatted(work.name()));
  }

  private RunView run(String name) {
    admin
        .post(
            "/schedules", ScheduleDraft.of(name, new AgeCheck(180, 365, 30), "0 0 3 1 1 ?", "UTC"))
        .as(201, ScheduleView.class);
    var run = admin.post("/schedules/" + name.replace(" ", "%20") + "/run").as(202, RunView.class);
    return Eventually.soon()
        .get(
            "its end",
            () ->
                Optional.of(admin.get("/runs/" + run.id()).as(200, RunView.class))
                    .filter(it -> it.endedAt() != null));
  }

  private List<String> file(RunView run) {
    var text = admin.get("/runs/" + run.id() + "/file").text();
    return text.replace("\ufeff", "").lines().toList();
  }
}
