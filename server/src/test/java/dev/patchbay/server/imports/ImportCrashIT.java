package dev.patchbay.server.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.postgres.PostgresOptions;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Victim;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
  private EmbeddedPostgres postgres;
  private Victim server;
  private HttpClient http;
  private ImportRig rig;

  @BeforeEach
  void start() throws IOException {
    postgres = EmbeddedPostgres.start(PostgresOptions.in(directory.resolve("postgres")));
    var ports = Ports.free();
    server = Victim.start(directory, databaseUrl(), "http://127.0.0.1:1", ports);
    server.restart();
    http = HttpClient.newHttpClient();
    var key = Files.readString(directory.resolve("admin.key")).strip();
    var api = URI.create("http://127.0.0.1:" + ports.api());
    var admin = new ApiCaller(http, api, Optional.of(key), _ -> {});
    rig = new ImportRig(admin, admin);
  }

  @AfterEach
  void stop() {
    rig.close();
    http.close();
    server.close();
    postgres.close();
  }

  private String databaseUrl() {
    var login = postgres.connectionProperties();
    return postgres.jdbcUrl()
        + "?user="
        + login.getProperty("user")
        + "&password="
        + login.getProperty("password");
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
      server.dieNow();
      server.rise();
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
