package dev.patchbay.store.config;

import dev.patchbay.core.contract.StoredContract;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.model.route.RouteDraft;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/**
 * The statements that read connectors, intakes, services, contracts and routes, and what their rows
 * mean.
 */
final class ConfigSql {
  static final String CONNECTORS =
      """
      SELECT c.name, c.type, c.settings, c.enabled, c.version,
             array(SELECT k.name FROM credential k WHERE k.connector = c.name ORDER BY 1) AS secrets
      FROM connector c""";

  static final String INTAKES =
      """
      SELECT c.name, c.type, c.settings, c.enabled, c.version,
             array(SELECT k.name FROM intake_credential k WHERE k.intake = c.name ORDER BY 1) AS secrets
      FROM intake c""";

  static final String SERVICES =
      """
      SELECT c.name, c.type, c.settings, c.enabled, c.version,
             array(SELECT k.name FROM service_credential k WHERE k.service = c.name ORDER BY 1) AS secrets
      FROM service c""";

  static final String CONTRACTS =
      """
      SELECT c.type, c.version, c.schema, c.registered_at, c.registered_by
      FROM contract c ORDER BY c.type, c.version""";

  static final String ROUTES =
      """
      SELECT r.route_id, r.draft, r.target_id, t.title, r.version, r.changed_at, r.changed_by,
             array(SELECT l.lane_id FROM lane l WHERE l.target_id = r.target_id ORDER BY l.part) AS lanes
      FROM route r JOIN target t ON t.target_id = r.target_id""";

  /** The newest version of each route at each target it no longer writes to. */
  static final String FORMER_ROUTES =
      """
      SELECT DISTINCT ON (v.route_id, v.target_id)
             v.route_id, v.draft, v.target_id, t.title, v.version, v.changed_at, v.changed_by,
             array(SELECT l.lane_id FROM lane l WHERE l.target_id = v.target_id ORDER BY l.part) AS lanes
      FROM route_version v JOIN route r ON r.route_id = v.route_id JOIN target t ON t.target_id = v.target_id
      WHERE r.deleted OR r.target_id <> v.target_id
      ORDER BY v.route_id, v.target_id, v.version DESC""";

  private ConfigSql() {}

  static PluginInstance instance(ResultSet row) throws SQLException {
    return new PluginInstance(
        row.getString("name"),
        row.getString("type"),
        Json.settings(row.getString("settings")),
        Rows.texts(row, "secrets"),
        row.getBoolean("enabled"),
        row.getLong("version"));
  }

  static StoredContract contract(ResultSet row) throws SQLException {
    return new StoredContract(
        row.getString("type"),
        row.getInt("version"),
        row.getString("schema"),
        row.getObject("registered_at", OffsetDateTime.class).toInstant(),
        row.getString("registered_by"));
  }

  static StoredRoute route(ResultSet row) throws SQLException {
    return new StoredRoute(
        row.getInt("route_id"),
        Json.read(row.getString("draft"), RouteDraft.class),
        row.getInt("target_id"),
        Rows.numbers(row, "lanes"),
        row.getString("title"),
        row.getLong("version"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }
}
