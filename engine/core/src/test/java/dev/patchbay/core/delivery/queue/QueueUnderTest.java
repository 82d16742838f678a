package dev.patchbay.core.delivery.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.DeliveryDesk;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Token;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A {@link DeliveryQueue} with its desk, its registry and one lane, and steps that tests repeat.
 */
interface QueueUnderTest {
  int ROUTE = 1;
  Duration LEASE = Duration.ofSeconds(30);
  Duration HOUR = Duration.ofHours(1);
  Cause BUSY = new Cause("busy", "The far side is busy.");

  DeliveryQueue queue();

  DeliveryDesk desk();

  NodeRegistry nodes();

  /** Another registry on the same store: the process of another node. */
  NodeRegistry otherNodes();

  /** A new lane of a new target, without work. */
  int createLane();

  /** Puts a delivery of a new event on the lane, as the inbox does, and returns its number. */
  long enqueue(int lane, int route, String key);

  /** Where a delivery stands. */
  DeliveryState stateOf(int lane, long seq);

  /** The lane of this test. */
  int lane();

  /** A living node. */
  long node();

  default LaneLease acquireOnly() {
    return queue().acquire(node(), 10).getFirst();
  }

  default Pass passOf(LaneLease lease) {
    return queue().newPass(lease).orElseThrow();
  }

  default List<Long> fetched(LaneLease lease, Pass pass, long after) {
    return queue().fetch(lease, pass, after, Set.of(), 100).stream()
        .map(QueuedDelivery::seq)
        .toList();
  }

  default List<Long> waiting(LaneLease lease) {
    return fetched(lease, passOf(lease), 0);
  }

  /** An intent under a token of its own. */
  default Intent intent(List<Long> seqs, List<Long> covers) {
    var random = ThreadLocalRandom.current();
    var time = System.currentTimeMillis() << 16;
    var id = new UUID(time | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    var token = new Token(random.nextInt(1, Integer.MAX_VALUE), id);
    return new Intent(token, seqs, covers, new byte[] {1, 2, 3});
  }

  default Intent intended(LaneLease lease, List<Long> seqs, List<Long> covers) {
    return intended(lease, intent(seqs, covers));
  }

  default Intent intended(LaneLease lease, Intent intent) {
    assertThat(queue().intend(lease, passOf(lease), intent)).isTrue();
    return intent;
  }

  default boolean applied(LaneLease lease, Intent intent) {
    return queue().applied(lease, intent, true, "Sheet!A1", Map.of(), List.of());
  }
}
