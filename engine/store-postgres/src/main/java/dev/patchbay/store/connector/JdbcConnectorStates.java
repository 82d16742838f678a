package dev.patchbay.store.connector;

import dev.patchbay.core.connector.ConnectorStates;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * States of connectors, or of services, in PostgreSQL. A state of what does not exist is not kept.
 */
public final class JdbcConnectorStates implements ConnectorStates {
  private static final Health UP = new Health(ConnectorState.UP, null, null);
  private final Database database;
  private final StatusTable table;

  public JdbcConnectorStates(Database database, StatusTable table) {
    this.database = database;
    this.table = table;
  }

  @Override
  public Health of(String connector) {
    return database.run(
        connection ->
            Command.of(table.find, connector)
                .first(
                    connection,
                    row ->
                        new Health(
                            ConnectorState.valueOf(row.getString("state")),
                            row.getString("reason"),
                            Command.instant(row, "since")))
                .orElse(UP));
  }

  private static @Nullable String storable(@Nullable String reason) {
    return reason == null ? null : StorableText.of(reason);
  }

  /** {@code since} moves only when the state does. */
  @Override
  public void set(String connector, ConnectorState state, @Nullable String reason) {
    database.run(
        connection ->
            Command.of(table.set, state.name(), storable(reason), connector).update(connection));
  }
}
