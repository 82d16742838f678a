package dev.patchbay.store.age;

import dev.patchbay.core.age.OldSecrets;
import dev.patchbay.model.job.AgeCheck;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.util.List;
import java.util.Objects;

/** Secrets by the time at which their rows got what they hold. */
public final class JdbcOldSecrets implements OldSecrets {
  /** Days that are null make a condition that nothing meets. */
  private static final String OLD =
      """
      SELECT kind, owner, name, since FROM (
        SELECT 'CONNECTOR_SECRET' AS kind, connector AS owner, name, changed_at AS since,
          ?::int AS days FROM credential
        UNION ALL SELECT 'INTAKE_SECRET', intake, name, changed_at, ?::int FROM intake_credential
        UNION ALL SELECT 'SERVICE_SECRET', service, name, changed_at, ?::int FROM service_credential
        UNION ALL SELECT 'API_KEY', hub_user, id, created_at, ?::int FROM api_key
        UNION ALL SELECT 'UNUSED_KEY', hub_user, id, coalesce(last_used_at, created_at), ?::int
        FROM api_key) s
      WHERE since < now() - days * interval '1 day'
      ORDER BY since, kind, owner, name
      """;

  private final Database database;

  public JdbcOldSecrets(Database database) {
    this.database = database;
  }

  @Override
  public List<OldSecret> of(AgeCheck check) {
    return database.run(
        connection ->
            Command.of(
                    OLD,
                    check.secrets(),
                    check.secrets(),
                    check.secrets(),
                    check.apiKeys(),
                    check.unusedKeys())
                .list(
                    connection,
                    row ->
                        new OldSecret(
                            Kind.valueOf(row.getString("kind")),
                            row.getString("owner"),
                            row.getString("name"),
                            Objects.requireNonNull(Command.instant(row, "since")))));
  }
}
