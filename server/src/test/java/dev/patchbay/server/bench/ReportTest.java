package dev.patchbay.server.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir private Path directory;

  @Test
  void judgesOnlyWhatHasAGoal() {
    var figures =
        List.of(
            Figure.of("accepted events/s", 5_210.4).atLeast(5_000),
            Figure.of("WAL bytes an event", 3_500).atMost(3_072),
            Figure.of("answer p50, ms", 9.8764));

    assertThat(Report.table("Delivery", figures))
        .isEqualTo(
            """
            ### Delivery

            | what | measured | wanted | |
            |:--|--:|--:|:--|
            | accepted events/s | 5,210 | ≥ 5,000 | met |
            | WAL bytes an event | 3,500 | ≤ 3,072 | missed |
            | answer p50, ms | 9.876 |  |  |
            """);
  }

  @Test
  void replacesWhatStandsBetweenTheMarkersAndKeepsTheProse() throws Exception {
    var file = directory.resolve("performance.md");
    Files.writeString(file, "before\n<!-- bench: begin -->\nold\n<!-- bench: end -->\nafter\n");

    Report.write(file, "new\n");

    assertThat(file).hasContent("before\n<!-- bench: begin -->\nnew\n<!-- bench: end -->\nafter\n");
  }

  @Test
  void leavesAFileAloneThatHasNoMarkers() throws Exception {
    var file = directory.resolve("performance.md");
    Files.writeString(file, "prose\n");

    assertThatThrownBy(() -> Report.write(file, "new\n")).isInstanceOf(IOException.class);
    assertThat(file).hasContent("prose\n");
  }
}
