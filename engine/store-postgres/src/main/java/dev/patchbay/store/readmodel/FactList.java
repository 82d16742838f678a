package dev.patchbay.store.readmodel;

import dev.patchbay.core.rebuild.Build;
import dev.patchbay.core.rebuild.Build.Aim;
import dev.patchbay.core.rebuild.RowPlace;
import dev.patchbay.core.rebuild.StoredFact;
import dev.patchbay.core.rebuild.StoredFact.Fate;
import dev.patchbay.core.rebuild.StoredFact.Past;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Stored events in the order in which they were accepted. */
final class FactList {
  /** Of the types that any version of any route has ever sent to the target. */
  private static final String TYPES =
      """
      ARRAY(SELECT t.id FROM event_type t WHERE t.name IN
        (SELECT jsonb_array_elements_text(v.draft -> 'eventTypes')
         FROM route_version v WHERE v.target_id = ?))
      """;

  /** One statement: a delivery that ends meanwhile is seen before or after, never twice or not. */
  private static final String AFTER =
      """
      SELECT e.id, e.payload, past.*
      FROM (SELECT id, payload FROM event
        WHERE type = ANY (%s) AND id > ? ORDER BY id LIMIT ?) e
      LEFT JOIN LATERAL (SELECT array_agg(p.route_id) AS routes, array_agg(p.lane_id) AS lanes,
          array_agg(p.key) AS keys, array_agg(p.seq) AS seqs, array_agg(p.state) AS states
        FROM (
          SELECT d.route_id, d.lane_id, d.key, d.seq, d.state::int AS state FROM delivered d
          WHERE d.event = e.id AND d.lane_id = ANY (?)
          UNION ALL
          SELECT d.route_id, d.lane_id, d.key, d.seq, 0 FROM delivery d
          WHERE d.event = e.id AND d.route_id = ANY (?) AND d.state = 0 AND d.lane_id = ANY (?)
          UNION ALL
          SELECT d.route_id, d.lane_id, d.key, d.seq, 0 FROM delivery d
          WHERE d.event = e.id AND d.route_id = ANY (?) AND d.state <> 0
            AND d.state IN (1, 2) AND d.lane_id = ANY (?)) p) past ON true
      ORDER BY e.id
      """
          .formatted(TYPES);

  private static final int CANCELLED = 5;

  private FactList() {}

  static long count(Connection connection, Aim aim) throws SQLException {
    return Command.of(
            "SELECT count(*) AS events FROM event WHERE type = ANY (" + TYPES + ")", aim.target())
        .first(connection, row -> row.getLong("events"))
        .orElse(0L);
  }

  static List<StoredFact> after(Connection connection, Build build, Set<Integer> routes, int limit)
      throws SQLException {
    var lanes = build.aim().lanes().toArray(Integer[]::new);
    var numbers = routes.toArray(Integer[]::new);
    return Command.of(
            AFTER,
            build.aim().target(),
            build.scanned(),
            limit,
            lanes,
            numbers,
            lanes,
            numbers,
            lanes)
        .list(connection, FactList::fact);
  }

  private static StoredFact fact(ResultSet row) throws SQLException {
    return new StoredFact(row.getObject("id", UUID.class), row.getBytes("payload"), past(row));
  }

  private static List<Past> past(ResultSet row) throws SQLException {
    var past = new ArrayList<Past>();
    if (row.getArray("routes") == null) {
      return past;
    }
    var routes = (Integer[]) row.getArray("routes").getArray();
    var lanes = (Integer[]) row.getArray("lanes").getArray();
    var keys = (String[]) row.getArray("keys").getArray();
    var seqs = (Long[]) row.getArray("seqs").getArray();
    var states = (Integer[]) row.getArray("states").getArray();
    for (int i = 0; i < routes.length; i++) {
      var place = new RowPlace(lanes[i], keys[i]);
      past.add(new Past(routes[i], place, seqs[i], fate(states[i])));
    }
    return past;
  }

  private static Fate fate(int state) {
    return state == 0 ? Fate.OPEN : state == CANCELLED ? Fate.CANCELLED : Fate.DONE;
  }
}
