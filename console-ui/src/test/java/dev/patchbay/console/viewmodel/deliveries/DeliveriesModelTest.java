package dev.patchbay.console.viewmodel.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.fake.FakeDeliveries;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesModelTest {
  private final Desk desk = Desk.with(1000);
  private final DeliveriesModel model =
      new DeliveriesModel(desk.session, DeliveryQuery.ALL, desk.notices::add);

  DeliveriesModelTest() {
    desk.tasks.settle();
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private List<String> top(int rows) {
    return model.rows().get().stream()
        .limit(rows)
        .map(slot -> slot.get() == null ? "" : slot.get().id())
        .toList();
  }

  private DeliverySummary withState(int number, DeliveryState state) {
    return FakeDeliveries.moved(desk.hub.deliveries.summary(number), state, Desk.NOW);
  }

  private void tab(@Nullable DeliveryState state) {
    model.tab(state);
    desk.tasks.settle();
  }

  @Test
  void opensWithTheNewestOnTopAndTheBooksOfTheHub() {
    assertThat(model.state().get()).isEqualTo(new ListState.Ready());
    assertThat(top(3)).containsExactly("d-1000", "d-999", "d-998");
    assertThat(model.total()).isEqualTo(OptionalLong.of(1000));
  }

  @Test
  void aTabAsksTheHubForOneState() {
    tab(DeliveryState.DEAD);
    assertThat(desk.hub.calls).contains("GET /deliveries?state=DEAD&limit=100");
    assertThat(model.total()).isEqualTo(OptionalLong.of(40));
  }

  @Test
  void wordsTypedAddToTheQueryAndKeepTheState() {
    tab(DeliveryState.DEAD);
    model.search("route:requests \"no answer\"");
    assertThat(model.query().get().written()).isEqualTo("status:dead route:requests \"no answer\"");
  }

  @Test
  void whatIsNotUnderstoodIsSaidAndChangesNothing() {
    model.search("status:lost");
    assertThat(model.problems().get()).hasSize(1);
    assertThat(model.query().get()).isEqualTo(DeliveryQuery.ALL);
  }

  @Test
  void aFilterThatMatchesNothingIsNotTheSameAsAnEmptyHub() {
    model.search("key:nobody");
    desk.tasks.settle();
    assertThat(model.state().get()).isEqualTo(new ListState.NoMatch());
    try (var empty = Desk.with(0)) {
      var fresh = new DeliveriesModel(empty.session, DeliveryQuery.ALL, _ -> {});
      empty.tasks.settle();
      assertThat(fresh.state().get()).isEqualTo(new ListState.NothingYet());
      fresh.close();
    }
  }

  @Test
  void aRefusedListSaysWhoCanGrantItAndABrokenOneCanBeTriedAgain() {
    desk.hub.refuseNext(403, "Forbidden", "Not for you.");
    model.reload();
    desk.tasks.settle();
    assertThat(model.state().get()).isEqualTo(new ListState.NoRight());
    desk.hub.refuseNext(500, "Broken", "The database is away.");
    model.reload();
    desk.tasks.settle();
    assertThat(model.state().get()).isInstanceOf(ListState.Failed.class);
    model.reload();
    desk.tasks.settle();
    assertThat(model.state().get()).isEqualTo(new ListState.Ready());
  }

  @Test
  void aNewRowAppearsOnTopWhileNothingHoldsTheList() {
    desk.live(desk.hub.deliveries.add());
    assertThat(top(2)).containsExactly("d-1001", "d-1000");
    assertThat(model.fresh().get()).isZero();
  }

  @Test
  void newRowsAreHeldBehindThePillWhileTheListIsPinned() {
    model.pinned().set(true);
    desk.live(desk.hub.deliveries.add());
    desk.live(desk.hub.deliveries.add());
    assertThat(top(1)).containsExactly("d-1000");
    assertThat(model.fresh().get()).isEqualTo(2);
    model.showFresh();
    assertThat(top(3)).containsExactly("d-1002", "d-1001", "d-1000");
    assertThat(model.fresh().get()).isZero();
  }

  @Test
  void aKnownRowChangesInPlaceEvenWhilePinned() {
    model.pinned().set(true);
    desk.live(withState(998, DeliveryState.DEAD));
    assertThat(model.rows().get().get(2).get()).isEqualTo(withState(998, DeliveryState.DEAD));
    assertThat(model.fresh().get()).isZero();
  }

  @Test
  void aRowThatDiedLaterIsOfferedAndThenStandsInItsPlace() {
    tab(DeliveryState.DEAD);
    var died = withState(900, DeliveryState.DEAD);
    desk.hub.deliveries.change(died);
    desk.live(died);
    assertThat(model.fresh().get()).isEqualTo(1);
    model.showFresh();
    desk.tasks.settle();
    assertThat(top(10)).contains("d-900").isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(model.fresh().get()).isZero();
  }

  @Test
  void aHeldRowThatNoLongerMatchesIsNotCounted() {
    tab(DeliveryState.PENDING);
    model.pinned().set(true);
    var row = desk.hub.deliveries.add();
    desk.live(withState(1001, DeliveryState.PENDING));
    assertThat(model.fresh().get()).isEqualTo(1);
    desk.live(row);
    assertThat(model.fresh().get()).isZero();
  }

  @Test
  void aFloodIsCountedAndThenFetchedInsteadOfKept() {
    model.pinned().set(true);
    for (int i = 0; i < 700; i++) {
      desk.session.feed().offer(new LiveEvent.DeliveryChanged(desk.hub.deliveries.add()));
    }
    desk.tasks.settle();
    assertThat(model.fresh().get()).isEqualTo(700);
    model.showFresh();
    assertThat(top(1)).containsExactly("d-1000");
    desk.tasks.settle();
    assertThat(top(1)).containsExactly("d-1700");
  }

  @Test
  void rowsPutOnTopDoNotGrowTheListWithoutEnd() {
    for (int i = 0; i < 1200; i++) {
      desk.live(desk.hub.deliveries.add());
    }
    assertThat(top(1)).containsExactly("d-2200");
    assertThat(model.rows().get().prepended()).isLessThanOrEqualTo(HeldRows.MOST + 1);
  }

  @Test
  void whatTheHubLeftOutIsFetchedAgainUnlessTheListIsPinned() {
    desk.hub.deliveries.add();
    model.pinned().set(true);
    desk.live(new LiveEvent.Lagging());
    assertThat(top(1)).containsExactly("d-1000");
    model.pinned().set(false);
    desk.live(new LiveEvent.Lagging());
    assertThat(top(1)).containsExactly("d-1001");
  }

  @Test
  void aListThatChangedOverIgnoresTheAnswersOfTheOldOne() {
    model.tab(DeliveryState.DEAD);
    model.tab(null);
    desk.tasks.settle();
    assertThat(top(1)).containsExactly("d-1000");
  }

  @Test
  void choosingAllIsAQueryWithExceptionsAndNeverMarks() {
    tab(DeliveryState.DEAD);
    model.selectAll();
    model.toggle("d-991");
    model.toggle("d-969");
    model.toggle("d-969");
    assertThat(model.selection().get())
        .isEqualTo(new Selection(DeliveryQuery.ALL.withState(DeliveryState.DEAD), Set.of("d-991")));
    assertThat(model.chosen().count(model.total())).isEqualTo(OptionalLong.of(39));
  }

  @Test
  void anotherQueryForgetsWhatWasChosen() {
    model.selectAll();
    tab(DeliveryState.DEAD);
    assertThat(model.selection().get()).isNull();
    assertThat(model.chosen())
        .isEqualTo(Selection.all(DeliveryQuery.ALL.withState(DeliveryState.DEAD)));
  }

  @Test
  void pagesThatFailedWhileOfflineAreFetchedWhenTheLinkIsBack() {
    var list = model.rows().get();
    desk.hub.refuseNext(503, "Away", "Restarting.");
    var slot = list.get(150);
    desk.tasks.settle();
    assertThat(slot.get()).isNull();
    assertThat(model.state().get()).isEqualTo(new ListState.Ready());
    desk.live(new LiveEvent.Disconnected(new Failure.Unreachable("hub", "gone")));
    desk.live(new LiveEvent.Connected());
    assertThat(slot.get()).isNotNull();
  }
}
