package dev.patchbay.store.connector;

import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import org.jspecify.annotations.Nullable;

/** Connector states in PostgreSQL. A state of a connector that does not exist is not kept. */
public final class JdbcConnectorStates implements ConnectorStates {
  private static final Health UP = new Health(ConnectorState.UP, null, null);
  private final Database database;

  public JdbcConnectorStates(Database database) {
    this.database = database;
  }

  @Override
  public Health of(String connector) {
    return database.run(
        connection ->
            Command.of(
                    "SELECT state, reason, since FROM connector_status WHERE name = ?", connector)
                .first(
                    connection,
                    row ->
                        new Health(
                            ConnectorState.valueOf(row.getString("state")),
                            row.getString("reason"),
                            Command.instant(row, "since")))
                .orElse(UP));
  }

  /** {@code since} moves only when the state does. */
  @Override
  public void set(String connector, ConnectorState state, @Nullable String reason) {
    database.run(
        connection ->
            Command.of(
                    """
                    INSERT INTO connector_status AS s (name, state, reason, since)
                    SELECT name, ?, ?, clock_timestamp() FROM connector WHERE name = ?
                    ON CONFLICT (name) DO UPDATE SET state = excluded.state,
                      reason = excluded.reason,
                      since = CASE WHEN s.state = excluded.state THEN s.since ELSE excluded.since END
                    """,
                    state.name(),
                    reason,
                    connector)
                .update(connection));
  }
}
