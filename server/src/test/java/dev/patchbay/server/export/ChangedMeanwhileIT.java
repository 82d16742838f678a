package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.testkit.Eventually;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an export needs is changed between its order and its start. */
@ExtendWith(FilledReadModel.Shared.class)
class ChangedMeanwhileIT {
  private static final String POLICY = "/dataset-policies/requests";

  private final FilledReadModel model;
  private final ApiCaller admin;
  private final String name = "meanwhile-" + UUID.randomUUID();
  @TempDir private Path folder;

  ChangedMeanwhileIT(FilledReadModel model) {
    this.model = model;
    this.admin = model.hub().admin();
  }

  /** Runs of this name are queued, and nobody may begin them yet. */
  @BeforeEach
  void hold() throws SQLException {
    execute(
        """
        CREATE OR REPLACE FUNCTION hold_run() RETURNS trigger LANGUAGE plpgsql AS
          $$BEGIN NEW.claimed_until := 'infinity'; RETURN NEW; END$$;
        CREATE TRIGGER hold_run BEFORE INSERT ON job_run FOR EACH ROW
          WHEN (NEW.name = '%s') EXECUTE FUNCTION hold_run()
        """
            .formatted(name));
  }

  private void begin() throws SQLException {
    execute("UPDATE job_run SET claimed_until = '-infinity' WHERE name = '" + name + "'");
  }

  @AfterEach
  void letGo() throws SQLException {
    execute("DROP TRIGGER hold_run ON job_run");
    var stands = admin.get(POLICY);
    if (stands.status() == 200) {
      admin.delete(POLICY, stands.tag());
    }
  }

  private void execute(String sql) throws SQLException {
    var database = model.hub().database();
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private ExportDraft draft() {
    return new ExportDraft(
        "requests", ExportFormat.CSV, null, "id", List.of("id", "title"), name, null);
  }

  private RunView run(String id, Predicate<RunView> reached) {
    return Eventually.soon()
        .get(
            "the run",
            () -> Optional.of(admin.get("/runs/" + id).as(200, RunView.class)).filter(reached));
  }

  private ApiCaller asker() {
    admin.post("/users", new UserDraft(name, Role.VIEWER, true)).as(201, Object.class);
    var key = admin.post("/users/" + name + "/keys", new KeyDraft("k"));
    return admin.as(key.as(201, NewApiKey.class).secret());
  }

  @Test
  void whoMayNotReadAnyMoreGetsNothingAndIsTold() throws SQLException {
    var id = asker().post("/exports", draft()).as(202, RunView.class).id();

    var user = "/users/" + name;
    admin
        .put(user, admin.get(user).tag(), new UserDraft(name, Role.VIEWER, false))
        .as(200, Object.class);
    begin();

    var run = run(id, it -> it.endedAt() != null);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("'" + name + "'", "Let another user ask");
    assertThat(run.file()).isNull();
  }

  @Test
  void whatIsHiddenMeanwhileIsNotInTheFile() throws SQLException {
    var id = asker().post("/exports", draft()).as(202, RunView.class).id();

    var rule = new PiiRule(null, name, null, "title", PiiPolicy.DROP);
    admin
        .post("/dataset-policies", new DatasetPolicyDraft("requests", Map.of(), List.of(rule)))
        .as(201, DatasetPolicyView.class);
    begin();

    var run = run(id, it -> it.endedAt() != null);
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("title");
    assertThat(run.file()).isNull();
  }

  @Test
  void whoseConnectorIsTakenAwayWaitsUntilItIsThereAgain() throws SQLException {
    var settings = Map.of("directory", folder.toString());
    var store = new ConnectorDraft(name, "local", settings, Map.of(), true);
    admin.post("/connectors", store).as(201, ConnectorView.class);
    var place = new StorePlace(name, "x.csv", OverwritePolicy.REFUSE);
    var id = admin.post("/exports", draft().to(place)).as(202, RunView.class).id();

    var path = "/connectors/" + name;
    assertThat(admin.delete(path, admin.get(path).tag()).status()).isEqualTo(204);
    begin();

    var waiting = run(id, it -> it.state() == RunState.QUEUED && it.reason() != null);
    assertThat(waiting.reason()).contains("'" + name + "'", "create or mend it");
    admin.post("/connectors", store).as(201, ConnectorView.class);
    begin();
    var run = run(id, it -> it.endedAt() != null);
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(folder.resolve("x.csv")).isRegularFile();
  }

  @Test
  void theRunOfAScheduleThatIsTakenAwayIsEndedAllTheSame() throws SQLException {
    admin
        .post("/schedules", ScheduleDraft.of(name, draft(), "0 0 0 1 1 ?", "UTC"))
        .as(201, ScheduleView.class);
    var path = "/schedules/" + name;
    var id = admin.post(path + "/run").as(202, RunView.class).id();

    assertThat(admin.delete(path, admin.get(path).tag()).status()).isEqualTo(204);
    begin();

    var run = run(id, it -> it.endedAt() != null);
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.file()).isNotNull();
  }
}
