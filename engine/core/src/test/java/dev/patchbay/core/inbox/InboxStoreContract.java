package dev.patchbay.core.inbox;

import static dev.patchbay.model.event.ReceiptStatus.ACCEPTED;
import static dev.patchbay.model.event.ReceiptStatus.CONFLICT;
import static dev.patchbay.model.event.ReceiptStatus.DUPLICATE;
import static dev.patchbay.model.event.ReceiptStatus.QUARANTINED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.event.Sample;
import dev.patchbay.core.event.UuidV7;
import dev.patchbay.core.inbox.InboxStore.Stored;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.core.route.InboxEntry.Routed;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link InboxStore} does. Each test starts with an empty store. */
public abstract class InboxStoreContract {
  private final UuidV7 ids = new UuidV7(InstantSource.system(), new SplittableRandom());

  /** The store under test. */
  protected abstract InboxStore store();

  /** Number of an existing lane; different parts are different lanes. */
  protected abstract int lane(int part);

  /** Number of an existing route. */
  protected abstract int route();

  /** Events with a delivery in a lane, in the order of the lane's numbers. */
  protected abstract List<UUID> deliveries(int lane);

  @Test
  void acceptsWhatIsNewAndAwakensItsLanes() {
    var one = entry("a", 1, lane(0), lane(1));
    var two = entry("b", 1);
    assertThat(store().store(List.of(one, two)))
        .isEqualTo(new Stored(List.of(ACCEPTED, ACCEPTED), Set.of(lane(0), lane(1))));
    assertThat(deliveries(lane(0))).containsExactly(one.id());
    assertThat(deliveries(lane(1))).containsExactly(one.id());
  }

  @Test
  void tellsRepeatedFromChanged() {
    store().store(List.of(entry("a", 1, lane(0))));
    var same = entry("a", 1, lane(0));
    var other = entry("a", 2, lane(0));
    var third = entry("a", 3, lane(0));
    assertThat(store().store(List.of(same))).isEqualTo(new Stored(List.of(DUPLICATE), Set.of()));
    assertThat(store().store(List.of(other))).isEqualTo(new Stored(List.of(CONFLICT), Set.of()));
    assertThat(store().store(List.of(other))).isEqualTo(new Stored(List.of(CONFLICT), Set.of()));
    assertThat(store().store(List.of(third))).isEqualTo(new Stored(List.of(CONFLICT), Set.of()));
    assertThat(deliveries(lane(0))).hasSize(1);
  }

  @Test
  void quarantinesWithoutDelivering() {
    var faulty = faulty("a");
    var again = faulty("a");
    assertThat(store().store(List.of(faulty)))
        .isEqualTo(new Stored(List.of(QUARANTINED), Set.of()));
    assertThat(store().store(List.of(again))).isEqualTo(new Stored(List.of(QUARANTINED), Set.of()));
  }

  @Test
  void acceptsAnEventThatWasQuarantinedBeforeItsContractWasMended() {
    store().store(List.of(faulty("a")));
    assertThat(store().store(List.of(entry("a", 1, lane(0)))).status()).containsExactly(ACCEPTED);
  }

  @Test
  void repeatsABatchWhoseCommitWasInDoubt() {
    var batch = List.of(entry("a", 1, lane(0)), entry("b", 1, lane(1)), faulty("c"));
    var first = store().store(batch);
    assertThat(store().store(batch)).isEqualTo(first);
    assertThat(first)
        .isEqualTo(new Stored(List.of(ACCEPTED, ACCEPTED, QUARANTINED), Set.of(lane(0), lane(1))));
    assertThat(deliveries(lane(0))).hasSize(1);
    assertThat(deliveries(lane(1))).hasSize(1);
  }

  @Test
  void answersAMixedBatchInItsOrder() {
    store().store(List.of(entry("b", 1, lane(0)), entry("c", 1)));
    var batch =
        List.of(entry("a", 1, lane(1)), entry("b", 2), entry("c", 1), faulty("d"), entry("e", 1));
    assertThat(store().store(batch))
        .isEqualTo(
            new Stored(
                List.of(ACCEPTED, CONFLICT, DUPLICATE, QUARANTINED, ACCEPTED), Set.of(lane(1))));
  }

  @Test
  void numbersALaneInTheOrderOfArrival() {
    var arrived = IntStream.range(0, 50).mapToObj(i -> entry("e" + (99 - i), 1, lane(0))).toList();
    store().store(arrived);
    var next = entry("a", 1, lane(0));
    store().store(List.of(next));
    assertThat(deliveries(lane(0))).hasSize(51).isSorted().endsWith(next.id());
  }

  @Test
  void givesSeveralDeliveriesOfOneEventTheirLanes() {
    var entry =
        new InboxEntry(
            ids.next(),
            Sample.request("a", "{'id':'1'}"),
            "http",
            List.of(new Routed(lane(0), route(), "k"), new Routed(lane(0), route(), "l")),
            List.of());
    assertThat(store().store(List.of(entry)).awakened()).containsExactly(lane(0));
    assertThat(deliveries(lane(0))).containsExactly(entry.id(), entry.id());
  }

  private InboxEntry entry(String id, int version, int... lanes) {
    var routed =
        IntStream.of(lanes).mapToObj(lane -> new Routed(lane, route(), "key-" + id)).toList();
    var envelope = Sample.request(id, "{'id':'1','version':" + version + "}");
    return new InboxEntry(ids.next(), envelope, "http", routed, List.of());
  }

  private InboxEntry faulty(String id) {
    var envelope = Sample.request(id, "{'id':'1','version':1}");
    return new InboxEntry(
        ids.next(), envelope, "http", List.of(), List.of("/data/id is wrong; correct it"));
  }
}
