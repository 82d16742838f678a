package dev.patchbay.server.bench;

import dev.patchbay.postgres.EmbeddedPostgres;
import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The plans of statements as they were really run by the server, written by PostgreSQL's
 * auto_explain into its log.
 */
record PlanLog(EmbeddedPostgres postgres, Path log) {
  /** With these PostgreSQL is able to explain; it begins when told. */
  static final Map<String, String> SETTINGS = Map.of("session_preload_libraries", "auto_explain");

  private static final String LISTS = "FROM delive(ry|red) d";
  private static final Pattern PLAN =
      Pattern.compile("^\\S.* LOG: +duration: .* plan:\\n(?:\\t.*\\n)+", Pattern.MULTILINE);
  private static final Pattern SCAN =
      Pattern.compile("Seq Scan on ((event|delivery|delivered|attempt)\\w*)");

  private static final Duration LONGEST_RELOAD = Duration.ofSeconds(30);

  /** Plans of lists. */
  record Plans(List<String> texts) {
    /** Large tables that were read from end to end, one entry for each time. */
    List<String> scans() {
      return texts.stream()
          .flatMap(text -> SCAN.matcher(text).results())
          .map(match -> match.group(1))
          .toList();
    }
  }

  /** Explains what is run meanwhile. */
  Plans of(Runnable work) throws SQLException, IOException {
    long before = Files.size(log);
    explain("0");
    work.run();
    explain("-1");
    var lists = Pattern.compile(LISTS);
    return new Plans(
        PLAN.matcher(textFrom(before))
            .results()
            .map(match -> match.group())
            .filter(plan -> lists.matcher(plan).find())
            .toList());
  }

  private String textFrom(long start) throws IOException {
    try (var file = Files.newInputStream(log)) {
      file.skipNBytes(start);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * A reload is asked for at once and done later. The postmaster tells its sessions before it opens
   * a new one: once a new one has the setting, every older one has it for its next statement.
   */
  private void explain(String milliseconds) throws SQLException {
    set(milliseconds);
    var deadline = Deadline.in(LONGEST_RELOAD);
    while (!inForce().equals(milliseconds)) {
      if (deadline.passed()) {
        throw new IllegalStateException("PostgreSQL does not take its settings");
      }
    }
  }

  private void set(String milliseconds) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET auto_explain.log_min_duration = " + milliseconds);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private String inForce() throws SQLException {
    var setting = "SELECT setting FROM pg_settings WHERE name = 'auto_explain.log_min_duration'";
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.connectionProperties());
  }
}
