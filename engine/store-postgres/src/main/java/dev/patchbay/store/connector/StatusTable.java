package dev.patchbay.store.connector;

/** Where run-time states are kept, and of what. */
public enum StatusTable {
  CONNECTORS("connector_status", "connector"),
  SERVICES("service_status", "service");

  final String find;
  final String set;

  StatusTable(String table, String owners) {
    find = "SELECT state, reason, since FROM " + table + " WHERE name = ?";
    set =
        """
        INSERT INTO %s AS s (name, state, reason, since)
        SELECT name, ?, ?, clock_timestamp() FROM %s WHERE name = ?
        ON CONFLICT (name) DO UPDATE SET state = excluded.state, reason = excluded.reason,
          since = CASE WHEN s.state = excluded.state THEN s.since ELSE excluded.since END
        """
            .formatted(table, owners);
  }
}
