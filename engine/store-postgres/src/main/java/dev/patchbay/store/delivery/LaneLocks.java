package dev.patchbay.store.delivery;

import dev.patchbay.store.Command;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Locks on lane rows, always taken before those on their deliveries and in order of lane id.
 *
 * <p>A lock is a statement of its own and never part of the one that changes the row: that one
 * would still see the row as it was before it waited, and would queue for the old version behind
 * whoever waits for us.
 */
public final class LaneLocks {
  private LaneLocks() {}

  /** Tells the owners of these lanes that their deliveries changed; locks until the commit. */
  public static void wake(Connection connection, Collection<Integer> lanes) throws SQLException {
    take(lanes).list(connection, _ -> true);
    Command.of(
            """
            UPDATE lane SET wake = wake + 1, round = round + 1, due_at = least(due_at, now())
            WHERE lane_id = ANY (?)
            """,
            (Object) lanes.toArray(Integer[]::new))
        .update(connection);
  }

  /** Takes the locks for a change that leaves intents and outcomes alone. */
  public static Command take(Collection<Integer> lanes) {
    return Command.of(
        "SELECT lane_id FROM lane WHERE lane_id = ANY (?) ORDER BY lane_id FOR NO KEY UPDATE",
        (Object) lanes.toArray(Integer[]::new));
  }

  /**
   * As {@link #wake}, and waits for an intent or outcome that is being written, or keeps it out.
   */
  public static void lockOut(Connection connection, Collection<Integer> lanes) throws SQLException {
    takeAlone(connection, lanes);
    wake(connection, lanes);
  }

  /** Takes the locks, and waits for intents and outcomes that are being written. */
  static void takeAlone(Connection connection, Collection<Integer> lanes) throws SQLException {
    Command.of(
            "SELECT lane_id FROM lane WHERE lane_id = ANY (?) ORDER BY lane_id FOR UPDATE",
            (Object) lanes.toArray(Integer[]::new))
        .list(connection, _ -> true);
  }

  static List<Integer> ofTargets(Connection connection, Collection<Integer> targets)
      throws SQLException {
    return Command.of(
            "SELECT lane_id FROM lane WHERE target_id = ANY (?) ORDER BY lane_id",
            (Object) targets.toArray(Integer[]::new))
        .list(connection, row -> row.getInt("lane_id"));
  }
}
