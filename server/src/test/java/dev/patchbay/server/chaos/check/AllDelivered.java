package dev.patchbay.server.chaos.check;

import dev.patchbay.server.chaos.load.Fact;
import dev.patchbay.server.chaos.service.Applied;
import dev.patchbay.server.chaos.service.Service;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Nothing is lost, and what the hub calls delivered stands at the service. */
final class AllDelivered implements Check {
  private final Set<String> keys = new HashSet<>();

  @Override
  public Invariant invariant() {
    return Invariant.DELIVERED;
  }

  @Override
  public List<String> violations(Scene scene) throws SQLException {
    scene.applied().stream()
        .filter(one -> one.path().equals(Service.FACTS))
        .map(Applied::key)
        .forEach(keys::add);
    var named = new HashSet<>(scene.rows().column(dead()));
    var lost =
        scene.facts().stream()
            .map(Fact::id)
            .filter(id -> !scene.known().contains(id) && !named.contains(id))
            .map(id -> id + " is lost");
    var claimed =
        scene.rows().column(delivered(scene)).stream()
            .filter(id -> !keys.contains(id))
            .map(id -> "delivery " + id + " is called delivered and is not");
    return Stream.concat(lost, claimed).toList();
  }

  private static String dead() {
    return """
        SELECT k.event_id FROM delivery d JOIN event_key k ON k.id = d.event WHERE d.state = 2
        """;
  }

  private static String delivered(Scene scene) {
    return """
        SELECT d.lane_id || '-' || d.seq || '-' || d.event FROM delivered d JOIN route r USING (route_id)
        WHERE r.name = 'facts' AND d.state = 3 AND d.finished_at > '%s'
        """
        .formatted(scene.since());
  }
}
