package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.SheetPlace;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.MortalHub;
import dev.patchbay.server.rig.SandboxSheets;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed while it puts a large table into a sheet: in the end it stands once, whole.
 */
@Tag("extended")
class SheetExportCrashIT {
  private static final int REQUESTS = 30_000;
  private static final String TAB = "All requests";
  private static final Duration LONG = Duration.ofMinutes(3);

  private final SandboxSheets google = new SandboxSheets();
  private final String spreadsheet = google.create();
  @TempDir private Path directory;
  private MortalHub hub;
  private ApiCaller admin;

  @BeforeEach
  void start() throws IOException, SQLException {
    hub = MortalHub.start(directory, google.uri().toString());
    hub.server().restart();
    admin = hub.admin();
    admin.post("/read-models/requests").as(201, Object.class);
    var secrets = Map.of("service-account-key", google.serviceAccountKey());
    admin
        .post("/connectors", new ConnectorDraft("sheets", "google-sheets", Map.of(), secrets, true))
        .as(201, ConnectorView.class);
    fill();
  }

  @AfterEach
  void stop() {
    hub.close();
    google.close();
  }

  private void fill() throws SQLException {
    try (var connection = hub.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO request_view (generation, id, title, status, requested_at, day)
          SELECT 1, 'r-' || i, 'title', 'open', now(), current_date FROM generate_series(1, %d) i
          """
              .formatted(REQUESTS));
    }
  }

  @Test
  void aKilledNodeLeavesNoPartInSightAndTheTableIsPutAnew() {
    var place = new SheetPlace("sheets", Map.of("spreadsheet", spreadsheet, "tab", TAB));
    var export =
        new ExportDraft("requests", ExportFormat.XLSX, null, "id", List.of("id"), null, null)
            .into(place);
    admin
        .post("/schedules", ScheduleDraft.of("all", export, "0 0 3 1 1 ?", "UTC"))
        .as(201, ScheduleView.class);
    var id = admin.post("/schedules/all/run").as(202, RunView.class).id();
    Eventually.within(LONG)
        .isTrue("a hidden tab is being filled", () -> google.tabs(spreadsheet).size() == 2);

    hub.server().dieNow();
    assertThat(google.tabs(spreadsheet)).doesNotContain(TAB);
    hub.server().rise();

    var done =
        Eventually.within(LONG)
            .get(
                "the end of the run",
                () ->
                    Optional.of(admin.get("/runs/" + id).as(200, RunView.class))
                        .filter(run -> run.endedAt() != null));
    assertThat(done.state()).as(done.toString()).isEqualTo(RunState.DONE);
    assertThat(google.tabs(spreadsheet)).containsExactly("Sheet1", TAB);
    assertThat(google.column(spreadsheet, TAB, "Id")).hasSize(REQUESTS).doesNotHaveDuplicates();
  }
}
