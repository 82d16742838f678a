package dev.patchbay.store.history;

import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * The books, in one statement and so of one moment: accepted = no route + quarantined + pending +
 * unknown + dead + delivered + superseded + cancelled. An event that several routes take counts
 * once per delivery on both sides. What is finished is tallied as it happens, what is in trouble is
 * counted (an index of its own), and what is pending is the rest of the numbers given out on lanes.
 */
final class Books {
  private Books() {}

  static DeliveryCounts read(Connection connection) throws SQLException {
    return Command.of(
            """
            SELECT i.*, f.*,
              (SELECT coalesce(sum(seq), 0) FROM lane)::bigint AS matched,
              (SELECT count(*) FROM delivery WHERE state = 1) AS unknown,
              (SELECT count(*) FROM delivery WHERE state = 2) AS dead
            FROM (SELECT coalesce(sum(accepted), 0)::bigint AS accepted,
                    coalesce(sum(no_route), 0)::bigint AS no_route,
                    coalesce(sum(quarantined), 0)::bigint AS quarantined FROM inbox_tally) i,
              (SELECT coalesce(sum(delivered), 0)::bigint AS delivered,
                 coalesce(sum(superseded), 0)::bigint AS superseded,
                 coalesce(sum(cancelled), 0)::bigint AS cancelled FROM finished_tally) f
            """)
        .list(connection, Books::counts)
        .getFirst();
  }

  private static DeliveryCounts counts(ResultSet row) throws SQLException {
    var notPending =
        row.getLong("unknown")
            + row.getLong("dead")
            + row.getLong("delivered")
            + row.getLong("superseded")
            + row.getLong("cancelled");
    return new DeliveryCounts(
        row.getLong("accepted"),
        row.getLong("no_route"),
        row.getLong("quarantined"),
        Map.of(
            DeliveryState.PENDING, row.getLong("matched") - notPending,
            DeliveryState.UNKNOWN, row.getLong("unknown"),
            DeliveryState.DEAD, row.getLong("dead"),
            DeliveryState.DELIVERED, row.getLong("delivered"),
            DeliveryState.SUPERSEDED, row.getLong("superseded"),
            DeliveryState.CANCELLED, row.getLong("cancelled")));
  }
}
