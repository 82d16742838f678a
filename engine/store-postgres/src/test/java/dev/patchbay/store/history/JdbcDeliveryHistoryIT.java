package dev.patchbay.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.spi.Cause;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.connector.JdbcConnectorStates;
import dev.patchbay.store.connector.StatusTable;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.inbox.JdbcInboxStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcDeliveryHistoryIT {
  private final TestStore store = TestStore.create();
  private final TestLane lane = new TestLane(store, "requests");
  private final JdbcDeliveryHistory history = new JdbcDeliveryHistory(store.database());

  @AfterEach
  void close() {
    lane.close();
    store.close();
  }

  private List<String> ids(DeliveryFilter filter) {
    return history.page(filter, null, 100).items().stream().map(DeliverySummary::id).toList();
  }

  private static DeliveryFilter state(DeliveryState state) {
    return new DeliveryFilter(state, null, null, null, null, null);
  }

  private static DeliveryFilter text(@Nullable DeliveryState state, String text) {
    return new DeliveryFilter(state, null, null, null, null, text);
  }

  @Test
  void pagesRunThroughOpenAndFinishedWorkNewestFirstWithoutGapOrRepeat() {
    var seqs = LongStream.range(0, 25).map(i -> lane.enqueue("k" + i)).boxed().toList();
    lane.deliver(seqs.subList(3, 9), List.of());
    lane.park("bad", seqs.get(1), seqs.get(12));
    var expected = ids(DeliveryFilter.ALL);
    assertThat(expected).hasSize(25).doesNotHaveDuplicates();
    assertThat(byPages(4)).isEqualTo(expected);
  }

  private List<String> byPages(int size) {
    var found = new ArrayList<String>();
    String cursor = null;
    do {
      var page = history.page(DeliveryFilter.ALL, cursor, size);
      page.items().forEach(item -> found.add(item.id()));
      cursor = page.next();
    } while (cursor != null);
    return found;
  }

  @Test
  void everyStateIsListed() {
    var open = lane.enqueue("a");
    var dead = lane.enqueue("b");
    var old = lane.enqueue("c");
    var fresh = lane.enqueue("c");
    var dropped = lane.enqueue("d");
    var lost = lane.enqueue("e");
    lane.park("bad", dead);
    lane.deliver(List.of(fresh), List.of(old));
    new JdbcDeliveryDesk(store.database()).cancel(lane.lane(), dropped);
    lane.owning(
        (queue, lease) -> {
          var intent = TestLane.intent(List.of(lost), List.of());
          queue.intend(lease, queue.newPass(lease).orElseThrow(), intent);
          return queue.unknown(lease, intent, new Cause("timeout", "No answer."));
        });
    assertThat(ids(state(DeliveryState.PENDING))).containsExactly(lane.id(open));
    assertThat(ids(state(DeliveryState.UNKNOWN))).containsExactly(lane.id(lost));
    assertThat(ids(state(DeliveryState.DEAD))).containsExactly(lane.id(dead));
    assertThat(ids(state(DeliveryState.DELIVERED))).containsExactly(lane.id(fresh));
    assertThat(ids(state(DeliveryState.SUPERSEDED))).containsExactly(lane.id(old));
    assertThat(ids(state(DeliveryState.CANCELLED))).containsExactly(lane.id(dropped));
    assertThat(ids(DeliveryFilter.ALL)).hasSize(6);
  }

  @Test
  void filtersByRouteKeyTimeAndText() {
    var odd = lane.enqueue("k%1");
    var other = lane.enqueue("k");
    lane.park("50% of the cells are_bad", odd);
    var now = Instant.now().plusSeconds(60);
    var yesterday = now.minus(1, ChronoUnit.DAYS);
    assertThat(ids(new DeliveryFilter(null, null, "k", null, null, null)))
        .containsExactly(lane.id(other));
    assertThat(ids(new DeliveryFilter(null, "requests", null, yesterday, now, null))).hasSize(2);
    assertThat(ids(new DeliveryFilter(null, "requests", null, now, null, null))).isEmpty();
    assertThat(ids(new DeliveryFilter(null, null, null, null, yesterday, null))).isEmpty();
    assertThat(ids(new DeliveryFilter(null, "nowhere", null, null, null, null))).isEmpty();
    assertThat(ids(text(null, "CELLS"))).containsExactly(lane.id(odd));
    assertThat(ids(text(DeliveryState.DEAD, "50%"))).containsExactly(lane.id(odd));
    assertThat(ids(text(null, "%50"))).isEmpty();
    assertThat(ids(text(null, "are_b"))).containsExactly(lane.id(odd));
    assertThat(ids(text(null, "areXb"))).isEmpty();
    assertThat(ids(text(DeliveryState.DELIVERED, "cells"))).isEmpty();
  }

  @Test
  void aWaitingDeliverySaysWhatHoldsIt() {
    lane.enqueue("k");
    assertThat(first().heldBy()).isNull();
    new JdbcDeliveryDesk(store.database())
        .pause(Set.of(store.number("SELECT target_id FROM lane")), true);
    assertThat(first().heldBy()).isEqualTo("The target is paused.");
    new JdbcConnectorStates(store.database(), StatusTable.CONNECTORS)
        .set("sheets", ConnectorState.CREDENTIAL_REFUSED, "Key 7 was revoked.");
    assertThat(first().heldBy())
        .isEqualTo("The connector's credential was refused. Key 7 was revoked.");
  }

  @Test
  void whatWaitsBehindARefusedDeliverySaysWhy() {
    var head = lane.enqueue("a");
    var other = lane.enqueue("b");
    lane.refuse("The tab is gone.", head);

    var waiting = history.page(DeliveryFilter.ALL, null, 10).items();

    assertThat(waiting)
        .extracting(DeliverySummary::id, DeliverySummary::heldBy, DeliverySummary::cause)
        .containsExactly(
            tuple(lane.id(other), "It waits behind another one: The tab is gone.", null),
            tuple(lane.id(head), null, "The tab is gone."));
    assertThat(history.find(lane.id(other)).orElseThrow().summary()).isEqualTo(waiting.getFirst());
  }

  private DeliverySummary first() {
    return history.page(DeliveryFilter.ALL, null, 1).items().getFirst();
  }

  @Test
  void oneDeliveryIsFoundWithAllItsAttempts() {
    var seq = lane.enqueue("k");
    lane.park("bad cell", seq);
    new JdbcDeliveryDesk(store.database()).retry(lane.lane(), seq);
    lane.deliver(List.of(seq), List.of());
    var found = history.find(lane.id(seq)).orElseThrow();
    assertThat(found.attempts())
        .extracting(AttemptView::outcome, AttemptView::cause, AttemptView::rows)
        .containsExactly(tuple("NOT_APPLIED", "bad cell", 1), tuple("APPLIED", null, 1));
    assertThat(found.content()).asString().isEqualTo("content");
    assertThat(found.summary().state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(found.payload()).asString().contains("\"source\":\"/requests\"");
  }

  @Test
  void anIdThatNamesNothingFindsNothing() {
    assertThat(history.find("7-8-00000000-0000-7000-8000-000000000000")).isEmpty();
    assertThat(history.find("nonsense")).isEmpty();
    assertThat(history.payload("7-8-00000000-0000-7000-8000-000000000000")).isEmpty();
    assertThat(history.payload("nonsense")).isEmpty();
  }

  @Test
  void theEnvelopeOfADeliveryIsReadAlone() {
    var id = lane.id(lane.enqueue("a"));

    assertThat(history.payload(id)).hasValue(history.find(id).orElseThrow().payload());
  }

  @Test
  void aStrangeCursorOrLimitIsRefused() {
    for (var strange : List.of("nonsense", "", "***")) {
      assertThatThrownBy(() -> history.page(DeliveryFilter.ALL, strange, 10))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cursor");
    }
    assertThatThrownBy(() -> history.page(DeliveryFilter.ALL, null, 501))
        .hasMessageContaining("limit");
  }

  @Test
  void theBooksBalanceToTheLastDelivery() {
    var inbox = new JdbcInboxStore(store.database(), () -> 7);
    inbox.store(List.of(TestStore.entry("none", "x")));
    lane.enqueue("a");
    var dead = lane.enqueue("b");
    var old = lane.enqueue("c");
    var fresh = lane.enqueue("c");
    var dropped = lane.enqueue("d");
    lane.park("bad", dead);
    lane.deliver(List.of(fresh), List.of(old));
    new JdbcDeliveryDesk(store.database()).cancel(lane.lane(), dropped);
    assertThat(history.counts())
        .isEqualTo(
            new DeliveryCounts(
                6,
                1,
                0,
                Map.of(
                    DeliveryState.PENDING, 1L,
                    DeliveryState.UNKNOWN, 0L,
                    DeliveryState.DEAD, 1L,
                    DeliveryState.DELIVERED, 1L,
                    DeliveryState.SUPERSEDED, 1L,
                    DeliveryState.CANCELLED, 1L)));
    assertThat(store.number("SELECT count(*) FROM delivery WHERE state = 0")).isEqualTo(1);
  }

  @Test
  void newestEventsOfATypeServeAsSamples() {
    lane.enqueue("a");
    lane.enqueue("b");
    assertThat(history.events("request.created", 1)).hasSize(1);
    assertThat(history.events(null, 10)).hasSize(2);
    assertThat(history.events("comment.added", 10)).isEmpty();
    assertThat(history.events(null, 10).getFirst().envelope()).containsEntry("data", "x");
  }
}
