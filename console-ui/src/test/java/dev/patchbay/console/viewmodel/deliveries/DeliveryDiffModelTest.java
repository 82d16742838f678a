package dev.patchbay.console.viewmodel.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeDeliveries;
import dev.patchbay.console.viewmodel.ChangeKind;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.deliveries.DeliveryDiff.Part;
import dev.patchbay.console.viewmodel.deliveries.DeliveryDiffModel.State;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryDiffModelTest {
  private static final int WRITTEN = 995;

  private final Desk desk = Desk.with(1000);

  @AfterEach
  void close() {
    desk.close();
  }

  private State compare(DeliverySummary delivery) {
    try (var model =
        new DeliveryDiffModel(desk.session, desk.hub.deliveries.detail(delivery.id()))) {
      desk.tasks.settle();
      return model.state().get();
    }
  }

  private DeliverySummary moved(DeliverySummary delivery, DeliveryState state) {
    var moved = FakeDeliveries.moved(delivery, state, Desk.NOW);
    desk.hub.deliveries.change(moved);
    return moved;
  }

  @Test
  void comparesCellByCellWithTheRowThatStands() {
    var before = desk.hub.deliveries.summary(WRITTEN);
    var diff = ((State.Compared) compare(desk.hub.deliveries.addUpdateOf(WRITTEN))).diff();
    assertThat(diff.before()).isEqualTo(before);
    assertThat(diff.row())
        .containsExactly(
            new Part("Request", "101005285214", "101005285214"),
            new Part("Service", "Tree Pruning", "Street Light Out"),
            new Part("Status", "open", "open"),
            new Part("Address", "164 Hemenway St, Fenway", "164 Hemenway St, Fenway"),
            new Part("Requested", "2026-11-23 14:03:15", "2026-11-23 14:03:27"),
            new Part("Inspection", "2026-12-06", "2026-12-03"),
            new Part("Cost", "$165.50", "$90.50"),
            new Part("Reporter", "a•••", "s•••"),
            new Part("Closed", null, null));
    assertThat(diff.payload())
        .extracting(Part::name)
        .contains("service", "attributes.cost")
        .doesNotContain("status", "id");
  }

  @Test
  void aLaterRowIsNotWhatStoodBefore() {
    var first = desk.hub.deliveries.addUpdateOf(WRITTEN);
    desk.hub.deliveries.addUpdateOf(WRITTEN);
    assertThat(((State.Compared) compare(first)).diff().before())
        .isEqualTo(desk.hub.deliveries.summary(WRITTEN));
  }

  @Test
  void whatWasNeverWrittenIsNothingToCompareWith() {
    var first = moved(desk.hub.deliveries.summary(WRITTEN), DeliveryState.SUPERSEDED);
    assertThat(compare(first)).isEqualTo(new State.NothingBefore());
    assertThat(compare(desk.hub.deliveries.addUpdateOf(WRITTEN)))
        .isEqualTo(new State.NothingBefore());
  }

  @Test
  void anUnreachableHubCanBeAskedAgain() {
    var update = desk.hub.deliveries.detail(desk.hub.deliveries.addUpdateOf(WRITTEN).id());
    desk.hub.refuseNext(503, "Unavailable", "Try again.");
    try (var model = new DeliveryDiffModel(desk.session, update)) {
      desk.tasks.settle();
      assertThat(model.state().get()).isInstanceOf(State.Failed.class);
      model.look();
      desk.tasks.settle();
      assertThat(model.state().get()).isInstanceOf(State.Compared.class);
    }
  }

  @Test
  void tellsWhatCameWhatWentAndWhatChanged() {
    assertThat(
            List.of(
                new Part("a", null, "1").kind(),
                new Part("a", "1", null).kind(),
                new Part("a", "1", "2").kind()))
        .extracting(kind -> kind.orElseThrow())
        .containsExactly(ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED);
    assertThat(new Part("a", "1", "1").kind()).isEmpty();
  }
}
