package dev.patchbay.server.demo.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.Story;
import dev.patchbay.server.demo.channel.Via;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main job, whole and for real: file, server, database, sheet. */
class OnceDemoIT {
  private static final int REQUESTS = 300;

  @TempDir Path directory;

  /** As the launcher does: a broker runs with libraries of its own. */
  @BeforeAll
  static void tellWhereBrokersAre() {
    System.setProperty("patchbay.brokers.path", System.getProperty("java.class.path"));
  }

  @Test
  void bringsEveryCellIntoTheSheetThoughAnswersAreLost() throws IOException {
    bringsEveryCell(Via.HTTP);
  }

  @Tag("extended")
  @ParameterizedTest
  @EnumSource(names = {"REDIS", "KAFKA"})
  void doesSoThroughBrokers(Via via) throws IOException {
    bringsEveryCell(via);
  }

  private void bringsEveryCell(Via via) throws IOException {
    var told = new StringWriter();
    var options = new OnceOptions(file(), Optional.empty(), via, Optional.empty(), 0.5);
    var story = new Story(new PrintWriter(told));

    var report = new OnceDemo(options, DemoDirectory.kept(directory.resolve("demo")), story).run();

    assertThat(report.allRight()).as(told.toString()).isTrue();
    assertThat(report.rowsInSheet()).isEqualTo(REQUESTS);
    assertThat(report.eventsAccepted()).isEqualTo(REQUESTS + 1);
    assertThat(told.toString())
        .contains("1 without a value for ID, line " + (2 * REQUESTS + 2))
        .contains("1 repeated rows recognised")
        .contains("PASSED");
  }

  /** Distinct requests, one of them closed later, one repeated, one without a key. */
  private Path file() throws IOException {
    var csv = new StringBuilder("ID,a~b/c,text,state\n");
    for (int i = 1; i <= REQUESTS; i++) {
      csv.append("%05d,0%d,\"=SUM(%d)\n\"\"+49\"\"\",open\n".formatted(i, i, i));
    }
    csv.append(",no key,x,open\n");
    csv.append("00001,01,\"=SUM(1)\n\"\"+49\"\"\",open\n");
    csv.append("00002,1/2,,closed\n");
    return Files.writeString(directory.resolve("requests.csv"), csv);
  }
}
