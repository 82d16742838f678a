package dev.patchbay.store.delivery;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Locks on lane rows, always taken before those on their deliveries and in order of lane id. */
public final class LaneLocks {
  private LaneLocks() {}

  /** Tells the owners of these lanes that their deliveries changed; locks until the commit. */
  public static void wake(Connection connection, Collection<Integer> lanes) throws SQLException {
    Command.of(
            """
            UPDATE lane l SET wake = l.wake + 1, round = l.round + 1, due_at = least(l.due_at, now())
            FROM (SELECT lane_id FROM lane WHERE lane_id = ANY (?)
                  ORDER BY lane_id FOR NO KEY UPDATE) x
            WHERE l.lane_id = x.lane_id
            """,
            (Object) lanes.toArray(Integer[]::new))
        .update(connection);
  }

  /**
   * As {@link #wake}, and waits for an intent or outcome that is being written, or keeps it out.
   */
  static void lockOut(Connection connection, int lane) throws SQLException {
    Command.of("SELECT lane_id FROM lane WHERE lane_id = ? FOR UPDATE", lane)
        .list(connection, _ -> true);
    wake(connection, List.of(lane));
  }

  static List<Integer> ofTargets(Connection connection, Collection<Integer> targets)
      throws SQLException {
    return Command.of(
            "SELECT lane_id FROM lane WHERE target_id = ANY (?) ORDER BY lane_id",
            (Object) targets.toArray(Integer[]::new))
        .list(connection, row -> row.getInt("lane_id"));
  }
}
