package dev.patchbay.server.chaos.check;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Deliveries that were finished when it looked last, by lane as a sum, and the dead by name. */
final class TerminalStays implements Check {
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Set<String> dead = new HashSet<>();

  /** Everything up to a number, and what it adds up to. */
  private record Lane(long upTo, String sum) {}

  @Override
  public Invariant invariant() {
    return Invariant.TERMINAL;
  }

  @Override
  public List<String> violations(Scene scene) throws SQLException {
    var wrong = new ArrayList<String>();
    for (var lane : lanes.entrySet()) {
      var now = sum(scene, lane.getKey(), lane.getValue().upTo());
      if (!now.equals(lane.getValue().sum())) {
        wrong.add("finished deliveries of lane " + lane.getKey() + " are other ones now");
      }
    }
    var deadNow = scene.rows().column("SELECT lane_id || '-' || seq FROM delivery WHERE state = 2");
    dead.stream()
        .filter(id -> !deadNow.contains(id))
        .forEach(id -> wrong.add("delivery " + id + " is dead no more"));
    remember(scene, deadNow);
    return wrong;
  }

  private void remember(Scene scene, List<String> deadNow) throws SQLException {
    dead.clear();
    dead.addAll(deadNow);
    for (var lane : scene.rows().list("SELECT lane_id, seq FROM lane")) {
      long upTo = Long.parseLong(lane.getLast());
      lanes.put(lane.getFirst(), new Lane(upTo, sum(scene, lane.getFirst(), upTo)));
    }
  }

  private static String sum(Scene scene, String lane, long upTo) throws SQLException {
    return scene
        .rows()
        .column(
            """
            SELECT count(*) || ' ' || coalesce(sum(hashtext(seq || ':' || state)::bigint), 0) FROM delivered
            WHERE lane_id = %s AND seq <= %d
            """
                .formatted(lane, upTo))
        .getFirst();
  }
}
