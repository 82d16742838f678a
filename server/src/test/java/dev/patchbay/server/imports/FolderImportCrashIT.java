package dev.patchbay.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.FolderImport.Afterwards;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.MortalHub;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while it imports a folder, again and again: each file is imported once. */
@Tag("extended")
class FolderImportCrashIT {
  private static final int FILES = 40;
  private static final int KILLS = 4;

  @TempDir private Path directory;
  private MortalHub hub;
  private ApiCaller admin;
  private ImportRig rig;

  @BeforeEach
  void start() throws IOException {
    hub = MortalHub.start(directory);
    hub.server().restart();
    admin = hub.admin();
    rig = new ImportRig(admin, admin);
  }

  @AfterEach
  void stop() {
    rig.close();
    hub.close();
  }

  @Test
  void aKilledNodeImportsNoFileTwiceAndForgetsNone() throws IOException {
    var inbox = Files.createDirectories(directory.resolve("inbox"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(inbox.resolve("f%02d.csv".formatted(i)), "title\nLamp %02d\n".formatted(i));
    }
    admin
        .post(
            "/connectors",
            new ConnectorDraft(
                "inbox", "local", Map.of("directory", inbox.toString()), Map.of(), true))
        .as(201, ConnectorView.class);
    var files =
        new FolderImport(
            "inbox",
            null,
            "*.csv",
            rig.service(),
            null,
            null,
            OnErrors.STOP,
            Afterwards.MOVE,
            1,
            10,
            null,
            null);
    admin
        .post("/schedules", ScheduleDraft.of("watch", files, "0 * * * * ?", "UTC"))
        .as(201, ScheduleView.class);

    for (int kill = 1; kill <= KILLS; kill++) {
      admin.post("/schedules/watch/run").as(202, RunView.class);
      int enough = kill * FILES / (KILLS + 2);
      Eventually.within(Duration.ofMinutes(2))
          .isTrue("some are imported", () -> rig.titles().size() >= enough);
      hub.server().dieNow();
      hub.server().rise();
    }
    Eventually.within(Duration.ofMinutes(4))
        .isTrue("all are put aside", () -> aside(inbox).size() == FILES && left(inbox) == 0);

    assertThat(rig.titles()).hasSize(FILES).doesNotHaveDuplicates();
    assertThat(aside(inbox)).noneMatch(name -> name.contains("("));
    assertThat(admin.get("/imports?limit=100").page(ImportView.class).items())
        .hasSize(FILES)
        .allMatch(run -> run.state() == RunState.DONE);
  }

  private static List<String> aside(Path inbox) {
    var names = inbox.resolve("done").toFile().list();
    return names == null ? List.of() : List.of(names);
  }

  private static long left(Path inbox) {
    var names = inbox.toFile().list((_, name) -> name.endsWith(".csv"));
    return names == null ? 0 : names.length;
  }
}
