package dev.patchbay.store.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.archive.AcceptedEvents.PageLimit;
import dev.patchbay.core.archive.AcceptedEvents.Span;
import dev.patchbay.core.archive.ArchivedEvent;
import dev.patchbay.core.archive.ArchivedEvent.Outcome;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcAcceptedEventsIT {
  private static final Span ALL = new Span(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));

  private static final PageLimit FEW = new PageLimit(10, Long.MAX_VALUE);

  private final TestStore store = TestStore.create();
  private final TestLane lane = new TestLane(store, "requests");
  private final JdbcAcceptedEvents events = new JdbcAcceptedEvents(store.database());

  @AfterEach
  void close() {
    lane.close();
    store.close();
  }

  @Test
  void pagesRunThroughAllOnceInTheOrderOfAcceptance() {
    LongStream.range(0, 11).forEach(i -> lane.enqueue("k" + i));

    var all = byPages(new PageLimit(4, Long.MAX_VALUE)).flatMap(List::stream).toList();

    assertThat(all).hasSize(11).extracting(ArchivedEvent::id).isSorted().doesNotHaveDuplicates();
    assertThat(all.stream().map(event -> event.deliveries().getFirst().key()))
        .containsExactlyElementsOf(LongStream.range(0, 11).mapToObj(i -> "k" + i).toList());
    assertThat(events.count(ALL)).isEqualTo(11);
  }

  private Stream<List<ArchivedEvent>> byPages(PageLimit limit) {
    return Stream.iterate(
        events.page(ALL, null, limit),
        page -> !page.isEmpty(),
        page -> events.page(ALL, page.getLast().id(), limit));
  }

  @Test
  void aPageEndsWithTheEnvelopeThatFillsItHoweverManyAreAllowed() {
    LongStream.range(0, 5).forEach(i -> lane.enqueue("k" + i));
    store.execute("UPDATE event SET payload = convert_to(repeat('x', 1000), 'UTF8')");

    assertThat(byPages(new PageLimit(10, 1_500))).extracting(List::size).containsExactly(2, 2, 1);
    assertThat(byPages(new PageLimit(10, 1))).hasSize(5);
    assertThat(byPages(new PageLimit(2, 1_500))).extracting(List::size).containsExactly(2, 2, 1);
  }

  @Test
  void aDeliveryIsToldInEveryState() {
    var open = lane.enqueue("open");
    var dead = lane.enqueue("dead");
    var done = lane.enqueue("done");
    lane.park("no such sheet", dead);
    lane.deliver(List.of(done), List.of());

    var outcomes =
        events.page(ALL, null, FEW).stream().flatMap(event -> event.deliveries().stream()).toList();

    assertThat(outcomes).extracting(Outcome::key).containsExactly("open", "dead", "done");
    assertThat(outcomes)
        .extracting(Outcome::state)
        .containsExactly(DeliveryState.PENDING, DeliveryState.DEAD, DeliveryState.DELIVERED);
    assertThat(outcomes.get(1).cause()).contains("no such sheet");
    assertThat(outcomes.get(2).endedAt()).isNotNull();
    assertThat(outcomes.getFirst().id()).contains("-" + open + "-");
  }

  @Test
  void aSpanHoldsItsBeginningAndNotItsEnd() {
    lane.enqueue("a");
    var at = events.page(ALL, null, FEW).getFirst().acceptedAt();

    assertThat(events.count(new Span(at, at.plusMillis(1)))).isOne();
    assertThat(events.page(new Span(at, at.plusMillis(1)), null, FEW)).hasSize(1);
    assertThat(events.page(new Span(at.minusMillis(9), at), null, FEW)).isEmpty();
    assertThat(events.page(new Span(at.plusMillis(1), at.plusMillis(9)), null, FEW)).isEmpty();
  }
}
