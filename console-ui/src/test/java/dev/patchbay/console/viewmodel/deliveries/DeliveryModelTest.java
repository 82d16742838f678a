package dev.patchbay.console.viewmodel.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeDeliveries;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.deliveries.DeliveryModel.State;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryModelTest {
  /** A dead delivery of the hub. */
  private static final String DEAD = "d-91";

  private final Desk desk = Desk.with(100);
  private final List<DeliverySummary> changed = new ArrayList<>();
  private final DeliveryModel model =
      new DeliveryModel(desk.session, changed::add, desk.notices::add);

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private void open(String id) {
    model.open(id);
    desk.tasks.settle();
  }

  private DeliverySummary shown() {
    return ((State.Shown) model.state().get()).detail().summary();
  }

  @Test
  void showsTheDeliveryWithItsAttemptsPayloadAndRow() {
    open(DEAD);
    assertThat(model.state().get()).isEqualTo(new State.Shown(desk.hub.deliveries.detail(DEAD)));
  }

  @Test
  void theOneOpenedLastIsShownWhicheverAnswerComesFirst() {
    model.open("d-90");
    model.open("d-89");
    desk.tasks.answerLast();
    desk.tasks.settle();
    assertThat(shown().id()).isEqualTo("d-89");
  }

  @Test
  void retriesWhatIsDeadAndTellsTheList() {
    open(DEAD);
    model.retry();
    desk.tasks.settle();
    assertThat(shown().state()).isEqualTo(DeliveryState.PENDING);
    assertThat(changed).containsExactly(shown());
    assertThat(desk.lastNotice())
        .isEqualTo(shown().key() + " is back on its lane and will be sent again.");
  }

  @Test
  void aSecondPressWhileBusySendsNothing() {
    open(DEAD);
    model.retry();
    model.retry();
    desk.tasks.settle();
    assertThat(desk.hub.calls).containsOnlyOnce("POST /deliveries/" + DEAD + "/retry");
  }

  @Test
  void aRetryThatCameTooLateSaysWhyAndShowsWhatIsTrueNow() {
    open(DEAD);
    desk.hub.refuseNext(409, "Conflict", "The delivery is not dead any more.");
    model.retry();
    desk.tasks.settle();
    assertThat(desk.lastNotice()).isEqualTo("The delivery is not dead any more.");
    assertThat(desk.hub.calls.getLast()).isEqualTo("GET /deliveries/" + DEAD);
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void givesUpWhatIsStillOpen() {
    open(DEAD);
    model.cancel();
    desk.tasks.settle();
    assertThat(shown().state()).isEqualTo(DeliveryState.CANCELLED);
  }

  @Test
  void onlyWhatIsDeadCanBeRetriedAndOnlyWhatIsOpenGivenUp() {
    var states = new ArrayList<String>();
    for (int number = 1; number <= 100; number++) {
      var row = desk.hub.deliveries.summary(number);
      if (DeliveryModel.canRetry(row) != (row.state() == DeliveryState.DEAD)) {
        states.add("retry " + row);
      }
      boolean open = row.state() == DeliveryState.DEAD || row.state() == DeliveryState.PENDING;
      if (DeliveryModel.canCancel(row) != open) {
        states.add("cancel " + row);
      }
    }
    assertThat(states).isEmpty();
  }

  @Test
  void fetchesTheOpenDeliveryAgainWhenItChanges() {
    open(DEAD);
    int before = desk.hub.calls.size();
    model.changed(desk.hub.deliveries.summary(90));
    model.changed(shown());
    assertThat(desk.tasks.waiting()).isZero();
    var waiting = FakeDeliveries.moved(shown(), DeliveryState.PENDING, Desk.NOW);
    desk.hub.deliveries.change(waiting);
    model.changed(waiting);
    desk.tasks.settle();
    assertThat(shown().state()).isEqualTo(DeliveryState.PENDING);
    assertThat(desk.hub.calls).hasSize(before + 1);
  }

  @Test
  void whatCannotBeFetchedSaysWhyAndCanBeTriedAgain() {
    open("d-77777");
    assertThat(model.state().get()).isInstanceOf(State.Failed.class);
    open(DEAD);
    assertThat(shown().id()).isEqualTo(DEAD);
  }
}
