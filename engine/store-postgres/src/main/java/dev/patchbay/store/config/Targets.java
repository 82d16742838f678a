package dev.patchbay.store.config;

import dev.patchbay.core.route.RouteStore.Place;
import java.util.List;
import org.hibernate.Session;

/** Rows of {@code target} and {@code lane}, made in the transaction that needs them. */
final class Targets {
  private static final String FIND =
      "SELECT target_id FROM target WHERE connector = ?1 AND identity = ?2";
  private static final String CREATE =
      "INSERT INTO target (connector, identity, title) VALUES (?1, ?2, ?3) RETURNING target_id";
  private static final String LANES =
      "INSERT INTO lane (target_id, part) SELECT ?1, part FROM generate_series(0, ?2 - 1) part";

  private final Session session;

  Targets(Session session) {
    this.session = session;
  }

  /** The target's number; made with its lanes if it is new. */
  int place(String connector, Place place) {
    var existing =
        session
            .createNativeQuery(FIND, Integer.class)
            .setParameter(1, connector)
            .setParameter(2, place.identity())
            .uniqueResult();
    return existing == null ? create(connector, place) : existing;
  }

  List<Integer> lanes(int target) {
    return session
        .createNativeQuery(
            "SELECT lane_id FROM lane WHERE target_id = ?1 ORDER BY part", Integer.class)
        .setParameter(1, target)
        .list();
  }

  String title(int target) {
    return session
        .createNativeQuery("SELECT title FROM target WHERE target_id = ?1", String.class)
        .setParameter(1, target)
        .getSingleResult();
  }

  private int create(String connector, Place place) {
    int target =
        session
            .createNativeQuery(CREATE, Integer.class)
            .setParameter(1, connector)
            .setParameter(2, place.identity())
            .setParameter(3, place.title())
            .getSingleResult();
    session
        .createNativeMutationQuery(LANES)
        .setParameter(1, target)
        .setParameter(2, place.lanes())
        .executeUpdate();
    return target;
  }
}
