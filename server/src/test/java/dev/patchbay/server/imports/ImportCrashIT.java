package dev.patchbay.server.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.server.rig.MortalHub;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while it imports, again and again: in the end each row is there once. */
@Tag("extended")
class ImportCrashIT {
  private static final int ROWS = 6_000;
  private static final int KILLS = 3;

  @TempDir private Path directory;
  private MortalHub hub;
  private ImportRig rig;

  @BeforeEach
  void start() throws IOException {
    hub = MortalHub.start(directory);
    hub.server().restart();
    var admin = hub.admin();
    rig = new ImportRig(admin, admin);
  }

  @AfterEach
  void stop() {
    rig.close();
    hub.close();
  }

  @Test
  void aKilledNodeLosesNoRowAndMakesNoneTwice() {
    rig.fault("drop-after-apply", 0.1);
    rig.fault("slow", 1);
    var id = rig.send("many.csv", rows(), "").as(202, ImportView.class).id();

    for (int kill = 1; kill <= KILLS; kill++) {
      int enough = kill * (ROWS / (KILLS + 1));
      Eventually.within(Duration.ofMinutes(2))
          .isTrue("some are made", () -> rig.view(id).counts().made() >= enough);
      hub.server().dieNow();
      hub.server().rise();
    }
    rig.mend();

    var run = rig.ended(id);
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.counts()).isEqualTo(new ImportCounts(ROWS, ROWS, 0, 0, ROWS, 0, 0));
    assertThat(rig.titles()).hasSize(ROWS).doesNotHaveDuplicates();
  }

  /** Without ids, so that nothing but the keys of chunks keeps them apart. */
  private static byte[] rows() {
    return ("title\n"
            + IntStream.range(0, ROWS).mapToObj(i -> "Lamp " + i).collect(Collectors.joining("\n")))
        .getBytes(UTF_8);
  }
}
