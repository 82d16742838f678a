package dev.patchbay.store.delivery;

import dev.patchbay.core.delivery.queue.Intent;
import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import dev.patchbay.store.StorableText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outcomes that came too late to count, kept for whoever has to find out what happened. */
final class Evidence {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
  private final Database database;

  Evidence(Database database) {
    this.database = database;
  }

  /** Keeps what was refused; returns whether it was done, for the caller to return. */
  boolean unless(boolean done, LaneLease lease, Intent intent, String what) {
    if (!done) {
      keep(lease, intent, what);
    }
    return done;
  }

  private void keep(LaneLease lease, Intent intent, String what) {
    var attempt = intent.token().attempt();
    LOG.warn("lane {} fence {} attempt {}: {}", lease.lane(), lease.fence(), attempt, what);
    database.run(
        connection ->
            Command.of(
                    "INSERT INTO evidence (attempt, lane_id, fence, what) VALUES (?, ?, ?, ?)",
                    attempt,
                    lease.lane(),
                    lease.fence(),
                    StorableText.of(what))
                .update(connection));
  }
}
