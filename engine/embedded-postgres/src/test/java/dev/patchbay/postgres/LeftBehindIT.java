package dev.patchbay.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process leaves behind when it is killed, and how the next one takes it. */
class LeftBehindIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir Path directory;

  private final List<ProcessHandle> servers = new ArrayList<>();

  /** A server whose parent was killed goes on writing until its watchdog has stopped it. */
  @AfterEach
  void awaitEnds() {
    for (var server : servers) {
      Eventually.soon().isTrue("postgres ends", () -> !server.isAlive());
    }
  }

  @Test
  void postgresDiesWithItsKilledParent() {
    try (var parent = startChild()) {
      var postgres = postgresOf(parent);

      parent.kill();

      Eventually.soon().isTrue("postgres ends", () -> !postgres.isAlive());
      assertThat(dataDir().resolve("cluster/postmaster.pid")).doesNotExist();
    }
  }

  @Test
  void watchdogAndServerAreOutOfReachOfAKillOfTheParentsProcessGroup() throws IOException {
    try (var parent = startChild()) {
      var postgres = postgresOf(parent);

      var watchdog = postgres.parent().orElseThrow();
      var child = ProcessHandle.of(parent.pid()).orElseThrow();
      assertThat(processGroup(watchdog)).isNotEqualTo(processGroup(child));
      assertThat(processGroup(postgres)).isNotEqualTo(processGroup(child));
    }
  }

  @Test
  void startsAtOnceAfterItsParentWasKilledWhilePostgresIsStillStopping() throws SQLException {
    long first;
    try (var parent = startChild()) {
      first = postgresOf(parent).pid();
    }
    try (var postgres = start()) {
      assertThat(postgres.pid()).isNotEqualTo(first);
      assertThat(Sql.query(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void takesOverAServerThatLostParentAndWatchdog() throws SQLException {
    var orphan = orphan();

    try (var postgres = start()) {
      assertThat(postgres.pid()).isEqualTo(orphan.pid());
      assertThat(Sql.query(postgres, "SELECT 1")).isEqualTo("1");
    }

    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void anAdoptedServerDiesWithItsNewParentToo() {
    var orphan = orphan();
    try (var parent = startChild()) {
      assertThat(postgresOf(parent).pid()).isEqualTo(orphan.pid());
    }

    Eventually.soon().isTrue("the adopted server ends", () -> !orphan.isAlive());
    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void aPidThatNowBelongsToAStrangerIsNoServer() throws IOException, SQLException {
    try (var postgres = start()) {
      assertThat(postgres.pid()).isPositive();
    }
    var stranger = ProcessHandle.current().pid();
    Files.write(
        dataDir().resolve("cluster/postmaster.pid"),
        List.of(Long.toString(stranger), "/elsewhere", "0", "5432", "", "127.0.0.1", "0", "ready"));

    try (var postgres = start()) {
      assertThat(postgres.pid()).isPositive().isNotEqualTo(stranger);
      assertThat(Sql.query(postgres, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void twoProcessesUnpackIntoOneCacheAtOnceAndClearAwayTheHalfOfAKilledOne() throws IOException {
    var cache = directory.resolve("cache");
    var home = PostgresBinaries.unpackedIn(PostgresOptions.in(dataDir()).cacheDir()).home();
    var half = Files.createDirectories(cache.resolve(home.getFileName() + ".new-killed/bin"));
    Files.writeString(half.resolve("postgres"), "half");
    try (var one = startChild("one", cache);
        var two = startChild("two", cache)) {
      assertThat(List.of(postgresOf(one), postgresOf(two))).doesNotHaveDuplicates();
    }
    assertThat(cache)
        .isDirectoryContaining("glob:**/postgres-*")
        .isDirectoryNotContaining("glob:**new*");
  }

  /**
   * Kills the watchdog, both of its shells, and the JVM: nobody is left to stop postgres. The JVM
   * is frozen first, or else its guard would set a new watchdog on the server.
   */
  private ProcessHandle orphan() {
    try (var parent = startChild()) {
      var postgres = postgresOf(parent);
      var watchdog = postgres.parent().orElseThrow();
      parent.freeze();
      watchdog
          .children()
          .filter(child -> child.pid() != postgres.pid())
          .forEach(ProcessHandle::destroyForcibly);
      watchdog.destroyForcibly();
      return postgres;
    }
  }

  /** Fifth field of /proc/PID/stat. */
  private static String processGroup(ProcessHandle process) throws IOException {
    var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4)[2];
  }

  private ProcessHandle postgresOf(JavaProcess parent) {
    var pid = Long.parseLong(parent.awaitLine("^postgres (\\d+) after", PATIENCE).group(1));
    var server = ProcessHandle.of(pid).orElseThrow();
    servers.add(server);
    return server;
  }

  private JavaProcess startChild() {
    return JavaCommand.of(PostgresChild.class)
        .withArguments(dataDir().toString())
        .start(directory.resolve("child-" + System.nanoTime() + ".log"));
  }

  private JavaProcess startChild(String name, Path cache) {
    return JavaCommand.of(PostgresChild.class)
        .withSystemProperty("patchbay.cache", cache)
        .withArguments(directory.resolve(name).toString())
        .start(directory.resolve(name + ".log"));
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(PostgresOptions.in(dataDir()));
  }

  private Path dataDir() {
    return directory.resolve("data");
  }
}
