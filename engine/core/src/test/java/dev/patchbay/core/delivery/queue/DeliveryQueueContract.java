package dev.patchbay.core.delivery.queue;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link DeliveryQueue}, with its desk and registry, must do. */
public abstract class DeliveryQueueContract
    implements OwnershipContract, FetchContract, AttemptContract, TokenContract, DeskContract {
  private int lane;
  private long node;

  @BeforeEach
  void ownALane() {
    lane = createLane();
    node = nodes().register("node", Set.of("all"), LEASE);
  }

  @Override
  public final int lane() {
    return lane;
  }

  @Override
  public final long node() {
    return node;
  }
}
