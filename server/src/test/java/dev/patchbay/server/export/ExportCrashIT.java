package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.MortalHub;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while it makes a large file: in the end there is one, and it is whole. */
@Tag("extended")
class ExportCrashIT {
  private static final int REQUESTS = 300_000;
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir private Path directory;
  private Path files;
  private MortalHub hub;
  private ApiCaller admin;

  @BeforeEach
  void start() throws IOException, SQLException {
    files = Files.createDirectories(directory.resolve("files"));
    hub = MortalHub.start(directory);
    hub.server().restart();
    admin = hub.admin();
    admin.post("/read-models/requests").as(201, Object.class);
    var settings = Map.of("directory", files.toString());
    admin
        .post("/connectors", new ConnectorDraft("reports", "local", settings, Map.of(), true))
        .as(201, ConnectorView.class);
    fill();
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private void fill() throws SQLException {
    execute(
        """
        INSERT INTO request_view (generation, id, title, status, requested_at, day)
        SELECT 1, 'r-' || i, repeat(md5(i::text), 3), 'open', now() - i * interval '1 minute',
          current_date FROM generate_series(1, %d) i
        """
            .formatted(REQUESTS));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = hub.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aKilledNodeLeavesNoPartAndTheFileIsMadeAnew() throws IOException {
    var place = new StorePlace("reports", "{date}/requests-{run}.xlsx", OverwritePolicy.NEW_NAME);
    var draft =
        new ExportDraft("requests", ExportFormat.XLSX, null, "id", List.of(), null, null).to(place);
    var id = admin.post("/exports", draft).as(202, RunView.class).id();
    Eventually.soon().isTrue("it is being made", () -> run(id).state() == RunState.RUNNING);

    hub.server().dieNow();
    assertThat(visible()).isEmpty();
    hub.server().rise();

    var done =
        Eventually.within(LONG)
            .get(
                "the end of the run",
                () -> Optional.of(run(id)).filter(run -> run.endedAt() != null));
    assertThat(done.state()).as(done.toString()).isEqualTo(RunState.DONE);
    assertThat(done.rows()).isEqualTo(REQUESTS);
    var stored = files.resolve(Objects.requireNonNull(done.place()).substring("reports/".length()));
    assertThat(visible()).containsExactly(stored);
    var kept = Objects.requireNonNull(done.file());
    assertThat(Sha256.of(Files.readAllBytes(stored))).isEqualTo(kept.sha256());
    assertThat(Files.size(stored)).isEqualTo(kept.length());
  }

  private RunView run(String id) {
    return admin.get("/exports/" + id).as(200, RunView.class);
  }

  /** What a reader of the store sees. */
  private List<Path> visible() throws IOException {
    try (var all = Files.walk(files)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !files.relativize(file).startsWith(StorePath.WORKSHOP))
          .toList();
    }
  }
}
