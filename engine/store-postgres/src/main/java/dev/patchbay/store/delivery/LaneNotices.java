package dev.patchbay.store.delivery;

import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other nodes that lanes got work, by NOTIFY on the channel {@code lane}; its payload is the
 * lane's id. A notice is a shortcut only: a lost one costs the delay of the next poll.
 */
public final class LaneNotices {
  /** Channel that {@link LaneListener} listens on. */
  static final String CHANNEL = "lane";

  private static final Logger LOG = LoggerFactory.getLogger(LaneNotices.class);

  private LaneNotices() {}

  /** Sends one notice per lane, in a commit of its own; call it after the work was committed. */
  public static void send(Database database, Collection<Integer> lanes) {
    try {
      database.run(
          connection ->
              Command.of(
                      "SELECT pg_notify('lane', u.lane_id::text) FROM unnest(?) u (lane_id)",
                      (Object) lanes.toArray(Integer[]::new))
                  .list(connection, _ -> true));
    } catch (RuntimeException e) {
      LOG.warn("no notice for lanes {}: their owners look at the next poll", lanes, e);
    }
  }
}
