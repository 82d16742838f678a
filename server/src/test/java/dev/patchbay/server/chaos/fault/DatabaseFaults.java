package dev.patchbay.server.chaos.fault;

import dev.patchbay.postgres.EmbeddedPostgres.RestartMode;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.OwnPostgres;
import java.util.stream.Stream;

/** PostgreSQL stops, crashes, and ends sessions. */
final class DatabaseFaults {
  private static final String BACKENDS =
      """
      FROM pg_stat_activity
      WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
      """;

  private DatabaseFaults() {}

  static Stream<NamedFault> all() {
    return Stream.of(
        NamedFault.of(
            "PostgreSQL restarts", rig -> postgres(rig).server().restart(RestartMode.FAST)),
        crash(),
        NamedFault.of("all sessions of the database end", DatabaseFaults::endSessions),
        NamedFault.of("kill -9 of one backend, and so a crash", DatabaseFaults::killBackend));
  }

  static NamedFault crash() {
    return NamedFault.of(
        "PostgreSQL crashes", rig -> postgres(rig).server().restart(RestartMode.IMMEDIATE));
  }

  private static OwnPostgres postgres(ChaosRig rig) {
    return (OwnPostgres) rig.database();
  }

  private static void endSessions(ChaosRig rig) throws Exception {
    try (var rows = rig.rows()) {
      rows.list("SELECT pg_terminate_backend(pid) " + BACKENDS);
    }
  }

  private static void killBackend(ChaosRig rig) throws Exception {
    try (var rows = rig.rows()) {
      long pid = rows.number("SELECT pid " + BACKENDS + " LIMIT 1");
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
  }
}
