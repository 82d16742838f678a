package dev.patchbay.store.config;

import dev.patchbay.core.access.StoredKey;
import dev.patchbay.model.access.ApiKeyView;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads of users and keys; the key look-up is on the way of every request. */
final class UserSql {
  private static final String USERS = "SELECT name, role, enabled, version FROM hub_user";
  private static final String KEYS =
      "SELECT id, hub_user, note, created_at, last_used_at FROM api_key ORDER BY created_at";
  private static final String KEY =
      """
      SELECT k.id, k.hash, u.name, u.role, u.enabled
      FROM api_key k JOIN hub_user u ON u.name = k.hub_user WHERE k.id = ?""";
  private static final String USED =
      """
      UPDATE api_key k SET last_used_at = greatest(k.last_used_at, u.at)
      FROM unnest(?::text[], ?::timestamptz[]) u(id, at) WHERE k.id = u.id""";

  private final DataSource database;

  UserSql(DataSource database) {
    this.database = database;
  }

  List<UserView> all() {
    return users(USERS + " ORDER BY name");
  }

  Optional<UserView> find(String name) {
    return users(USERS + " WHERE name = ?", name).stream().findFirst();
  }

  Optional<StoredKey> key(String id) {
    return Rows.one(
        database,
        KEY,
        row ->
            new StoredKey(
                row.getString(1),
                row.getBytes(2),
                row.getString(3),
                Role.valueOf(row.getString(4)),
                row.getBoolean(5)),
        id);
  }

  void used(Map<String, Instant> when) {
    var ids = when.keySet().toArray(String[]::new);
    var times = new OffsetDateTime[ids.length];
    for (int i = 0; i < ids.length; i++) {
      times[i] = when.getOrDefault(ids[i], Instant.EPOCH).atOffset(ZoneOffset.UTC);
    }
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(USED)) {
      statement.setArray(1, connection.createArrayOf("text", ids));
      statement.setArray(2, connection.createArrayOf("timestamptz", times));
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException("the use of keys cannot be noted", failure);
    }
  }

  private List<UserView> users(String sql, Object... values) {
    var keys = Rows.list(database, KEYS, row -> Map.entry(row.getString(2), key(row)));
    return Rows.list(
        database,
        sql,
        row -> {
          var name = row.getString(1);
          return new UserView(
              name,
              Role.valueOf(row.getString(2)),
              row.getBoolean(3),
              keys.stream()
                  .filter(key -> key.getKey().equals(name))
                  .map(Map.Entry::getValue)
                  .toList(),
              row.getLong(4));
        },
        values);
  }

  private static ApiKeyView key(ResultSet row) throws SQLException {
    var used = row.getObject("last_used_at", OffsetDateTime.class);
    return new ApiKeyView(
        row.getString("id"),
        row.getString("note"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(used));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
