package dev.patchbay.server.chaos.check;

import dev.patchbay.model.delivery.DeliveryState;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /deliveries/counts} against the tables. */
final class BooksEqualRows implements Check {
  @Override
  public Invariant invariant() {
    return Invariant.BOOKS;
  }

  @Override
  public List<String> violations(Scene scene) throws SQLException {
    var said = said(scene);
    var stands = stands(scene);
    return said.equals(stands)
        ? List.of()
        : List.of("the hub counts " + said + ", its tables hold " + stands);
  }

  private static Map<String, Long> said(Scene scene) {
    var counts = scene.counts();
    var said = new LinkedHashMap<String, Long>();
    said.put("accepted", counts.accepted());
    said.put("no route", counts.noRoute());
    said.put("quarantined", counts.quarantined());
    for (var state : DeliveryState.values()) {
      said.put(state.name(), counts.byState().getOrDefault(state, 0L));
    }
    return said;
  }

  private static Map<String, Long> stands(Scene scene) throws SQLException {
    var rows = scene.rows();
    long quarantined = rows.number("SELECT count(*) FROM quarantine");
    var stands = new LinkedHashMap<String, Long>();
    stands.put("accepted", 2 * rows.number("SELECT count(*) FROM event") + quarantined);
    stands.put("no route", 0L);
    stands.put("quarantined", quarantined);
    for (var state : DeliveryState.values()) {
      stands.put(state.name(), rows.number("SELECT count(*) FROM " + where(state)));
    }
    return stands;
  }

  private static String where(DeliveryState state) {
    return switch (state) {
      case PENDING -> "delivery WHERE state = 0";
      case UNKNOWN -> "delivery WHERE state = 1";
      case DEAD -> "delivery WHERE state = 2";
      case DELIVERED -> "delivered WHERE state = 3";
      case SUPERSEDED -> "delivered WHERE state = 4";
      case CANCELLED -> "delivered WHERE state = 5";
    };
  }
}
