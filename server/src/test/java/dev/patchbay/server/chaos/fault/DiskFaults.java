package dev.patchbay.server.chaos.fault;

import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.server.chaos.load.Facts;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.SmallDisk;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.List;

/** The database's disk has no room. */
public final class DiskFaults {
  private static final Duration UNTIL_IT_SHOWS = Duration.ofMinutes(1);
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private DiskFaults() {}

  /** Those of a rig whose database is on a {@link SmallDisk}. */
  public static List<NamedFault> all() {
    return List.of(NamedFault.of("the disk of the database is full for a while", DiskFaults::fill));
  }

  /** Who posts is asked to come again later, and does. */
  private static void fill(ChaosRig rig) throws Exception {
    var disk = (SmallDisk) rig.database();
    var refused = new Facts("h").next(1);
    disk.fill();
    try {
      Eventually.within(UNTIL_IT_SHOWS)
          .isTrue(
              "posts are answered 503",
              () ->
                  rig.one().hub().postEvent(refused.getFirst().json())
                      instanceof Answer.Unreachable);
      Pause.of(A_WHILE);
    } finally {
      disk.free();
    }
    Eventually.within(UNTIL_IT_SHOWS)
        .isTrue(
            "the post is taken",
            () ->
                rig.one().hub().postEvent(refused.getFirst().json())
                    instanceof Answer.Done<EventReceipts>);
    rig.ledger().left(refused);
  }
}
