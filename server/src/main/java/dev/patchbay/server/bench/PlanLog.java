package dev.patchbay.server.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The plans of statements as they were really run by the server, written by PostgreSQL's
 * auto_explain into its log.
 */
record PlanLog(Connection connection, Path log) {
  /** With these PostgreSQL is able to explain; it begins when told. */
  static final Map<String, String> SETTINGS = Map.of("session_preload_libraries", "auto_explain");

  private static final String LISTS = "FROM delive(ry|red) d";
  private static final Pattern PLAN =
      Pattern.compile("^\\S.* LOG: +duration: .* plan:\\n(?:\\t.*\\n)+", Pattern.MULTILINE);
  private static final Pattern SCAN =
      Pattern.compile("Seq Scan on ((event|delivery|delivered|attempt)\\w*)");

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
    var text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    var lists = Pattern.compile(LISTS);
    return new Plans(
        PLAN.matcher(text.substring((int) before))
            .results()
            .map(match -> match.group())
            .filter(plan -> lists.matcher(plan).find())
            .toList());
  }

  private void explain(String milliseconds) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET auto_explain.log_min_duration = " + milliseconds);
      statement.execute("SELECT pg_reload_conf()");
    }
  }
}
