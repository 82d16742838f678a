package dev.patchbay.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.postgres.EmbeddedPostgres.RestartMode;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir Path dataDir;

  @Test
  void startsFreshAndKeepsItsDataOverARestartOfTheProcess() throws SQLException {
    try (var postgres = start()) {
      Sql.execute(postgres, "CREATE TABLE fact AS SELECT 42 AS answer");
    }
    try (var postgres = start()) {
      assertThat(Sql.query(postgres, "SELECT answer FROM fact")).isEqualTo("42");
    }
  }

  @Test
  void isDurableUtf8AndDeaf() throws SQLException {
    try (var postgres = start()) {
      assertThat(Sql.query(postgres, "SHOW server_version")).startsWith("18.");
      assertThat(Sql.query(postgres, "SHOW fsync")).isEqualTo("on");
      assertThat(Sql.query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(Sql.query(postgres, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(Sql.query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Sql.query(postgres, "SELECT upper('é ж')")).isEqualTo("É Ж");
    }
  }

  @Test
  void settingsWinOverDefaultsButNeverOpenTheServer() throws SQLException {
    var options =
        PostgresOptions.in(dataDir)
            .withSettings(Map.of("max_connections", "20", "listen_addresses", "*"));
    try (var postgres = EmbeddedPostgres.start(options)) {
      assertThat(Sql.query(postgres, "SHOW max_connections")).isEqualTo("20");
      assertThat(Sql.query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void asksForThePasswordThatOnlyItsOwnerCanRead() throws IOException {
    try (var postgres = start()) {
      assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "patchbay", "guess"))
          .hasMessageContaining("password authentication failed");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(postgres.passwordFile())))
          .isEqualTo("rw-------");
      assertThat(Files.readString(postgres.passwordFile()).strip())
          .isEqualTo(postgres.connectionProperties().getProperty("password"));
    }
  }

  @Test
  void restartsInOrderOnTheSamePort() throws SQLException {
    try (var postgres = start()) {
      var before = postgres.jdbcUrl();
      Sql.execute(postgres, "CREATE TABLE fact AS SELECT 42 AS answer");

      postgres.restart(RestartMode.FAST);

      assertThat(postgres.jdbcUrl()).isEqualTo(before);
      assertThat(Sql.query(postgres, "SELECT answer FROM fact")).isEqualTo("42");
    }
  }

  @Test
  void recoversCommittedRowsAfterAnImmediateRestart() throws SQLException {
    try (var postgres = start()) {
      Sql.execute(postgres, "CREATE TABLE fact AS SELECT generate_series(1, 1000) AS n");

      postgres.restart(RestartMode.IMMEDIATE);

      assertThat(Sql.query(postgres, "SELECT count(*) FROM fact")).isEqualTo("1000");
    }
  }

  @Test
  void comesBackByItselfWithAllCommittedRowsWhenPostgresIsKilled() throws SQLException {
    try (var postgres = start()) {
      Sql.execute(postgres, "CREATE TABLE fact AS SELECT generate_series(1, 1000) AS n");
      var killed = ProcessHandle.of(postgres.pid()).orElseThrow();

      killed.destroyForcibly();
      killed.onExit().join();

      Eventually.soon()
          .passes(
              () -> assertThat(Sql.query(postgres, "SELECT count(*) FROM fact")).isEqualTo("1000"));
      assertThat(postgres.pid()).isPositive().isNotEqualTo(killed.pid());
    }
  }

  @Test
  void keepsPeoplesDataOutOfItsLog() throws IOException, SQLException {
    try (var postgres = start()) {
      Sql.execute(postgres, "CREATE TABLE person (email text PRIMARY KEY)");
      Sql.execute(postgres, "INSERT INTO person VALUES ('ann@example.org')");

      assertThatThrownBy(
              () -> Sql.execute(postgres, "INSERT INTO person VALUES ('ann@example.org')"))
          .hasMessageContaining("duplicate key");

      var log = dataDir.resolve("postgres.log");
      assertThat(Files.readString(log)).contains("duplicate key").doesNotContain("ann@");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void runsTwoDataDirectoriesAtOnce() throws SQLException {
    try (var one = EmbeddedPostgres.start(PostgresOptions.in(dataDir.resolve("one")));
        var two = EmbeddedPostgres.start(PostgresOptions.in(dataDir.resolve("two")))) {
      Sql.execute(one, "CREATE TABLE fact AS SELECT 1 AS n");
      Sql.execute(two, "CREATE TABLE fact AS SELECT 2 AS n");

      assertThat(Sql.query(one, "SELECT n FROM fact")).isEqualTo("1");
      assertThat(Sql.query(two, "SELECT n FROM fact")).isEqualTo("2");
    }
  }

  @Test
  void refusesADataDirectoryThatIsInUse() {
    try (var postgres = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("Another Patchbay uses " + dataDir);
      assertThat(postgres.pid()).isPositive();
    }
  }

  @Test
  void refusesTheDataOfAnotherReleaseByNameAndLeavesItAlone() throws IOException {
    var version = Files.createDirectories(dataDir.resolve("cluster")).resolve("PG_VERSION");
    Files.writeString(version, "17\n");

    assertThatThrownBy(this::start)
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessageContaining(dataDir + " holds a database of PostgreSQL 17");
    assertThat(version).hasContent("17");
  }

  @Test
  void saysWhyItDidNotStart() {
    var options = PostgresOptions.in(dataDir).withSettings(Map.of("shared_buffers", "plenty"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(options))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
  }

  @Test
  void closesTwiceAndThenRefusesToRestart() {
    var postgres = start();
    var server = ProcessHandle.of(postgres.pid()).orElseThrow();

    postgres.close();
    postgres.close();

    assertThat(server.isAlive()).isFalse();
    assertThatThrownBy(() -> postgres.restart(RestartMode.FAST))
        .isInstanceOf(IllegalStateException.class);
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(PostgresOptions.in(dataDir));
  }
}
