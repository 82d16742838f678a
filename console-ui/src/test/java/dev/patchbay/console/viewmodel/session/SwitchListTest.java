package dev.patchbay.console.viewmodel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.Undo;
import dev.patchbay.console.viewmodel.connectors.ConnectorsModel;
import dev.patchbay.console.viewmodel.routes.RoutesModel;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.route.RouteState;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pausing and resuming shows at once and can be undone for eight seconds. */
class SwitchListTest {
  private final Desk desk = Desk.with(10);
  private final ConnectorsModel model = new ConnectorsModel(desk.session, desk.notices::add);

  SwitchListTest() {
    desk.tasks.settle();
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private ConnectorView shown() {
    return model.connectors().get().getFirst();
  }

  private ConnectorState stored() {
    return Objects.requireNonNull(desk.hub.connectors.byName.get("city-sheets")).state();
  }

  private Undo undo() {
    return Objects.requireNonNull(desk.notices.getFirst().undo());
  }

  private long calls(String action) {
    return desk.hub.calls.stream()
        .filter(("POST /connectors/city-sheets/" + action)::equals)
        .count();
  }

  @Test
  void theListFlipsBeforeTheHubHasAnswered() {
    model.turn(shown());
    assertThat(shown().state()).isEqualTo(ConnectorState.PAUSED);
    assertThat(desk.lastNotice())
        .isEqualTo("city-sheets is paused. Its deliveries wait, nothing is lost.");
    assertThat(stored()).isEqualTo(ConnectorState.UP);
    desk.tasks.settle();
    assertThat(stored()).isEqualTo(ConnectorState.PAUSED);
    assertThat(shown()).isEqualTo(desk.hub.connectors.byName.get("city-sheets"));
  }

  @Test
  void undoTurnsItBackAtOnceAndAtTheHub() {
    model.turn(shown());
    desk.tasks.settle();
    undo().take();
    assertThat(shown().state()).isEqualTo(ConnectorState.UP);
    desk.tasks.settle();
    assertThat(stored()).isEqualTo(ConnectorState.UP);
    assertThat(undo().open().get()).isFalse();
  }

  @Test
  void undoIsOpenForEightSeconds() {
    model.turn(shown());
    desk.tasks.settle();
    desk.tasks.pass(Duration.ofMillis(7999));
    assertThat(undo().open().get()).isTrue();
    desk.tasks.pass(Duration.ofMillis(1));
    assertThat(undo().open().get()).isFalse();
    undo().take();
    desk.tasks.settle();
    assertThat(stored()).isEqualTo(ConnectorState.PAUSED);
  }

  @Test
  void undoBeforeTheAnswerIsSentAfterIt() {
    model.turn(shown());
    undo().take();
    assertThat(shown().state()).isEqualTo(ConnectorState.UP);
    assertThat(desk.tasks.waiting()).isEqualTo(1);
    desk.tasks.answerFirst();
    assertThat(shown().state()).isEqualTo(ConnectorState.UP);
    desk.tasks.settle();
    assertThat(stored()).isEqualTo(ConnectorState.UP);
    assertThat(calls("pause") + calls("resume")).isEqualTo(2);
  }

  @Test
  void aRefusedChangeFlipsBackWithTheReasonAndHasNothingToUndo() {
    var before = shown();
    desk.hub.refuseNext(409, "Conflict", "It is being deleted.");
    model.turn(before);
    desk.tasks.settle();
    assertThat(shown()).isEqualTo(before);
    assertThat(desk.lastNotice()).isEqualTo("It is being deleted.");
    assertThat(undo().open().get()).isFalse();
  }

  @Test
  void aRefusedUndoShowsWhatStands() {
    model.turn(shown());
    desk.tasks.settle();
    desk.hub.refuseNext(409, "Conflict", "It is being deleted.");
    undo().take();
    desk.tasks.settle();
    assertThat(shown().state()).isEqualTo(ConnectorState.PAUSED);
    assertThat(desk.lastNotice()).isEqualTo("It is being deleted.");
  }

  @Test
  void newsFromBeforeTheChangeDoNotFlipItBack() {
    var before = shown();
    model.turn(before);
    desk.session.feed().offer(new LiveEvent.ConnectorChanged(before));
    desk.tasks.pulse();
    assertThat(shown().state()).isEqualTo(ConnectorState.PAUSED);
  }

  @Test
  void onlyTheLastOfSeveralTurnsCanBeUndone() {
    model.turn(shown());
    model.turn(shown());
    assertThat(undo().open().get()).isFalse();
    Objects.requireNonNull(desk.notices.getLast().undo()).take();
    desk.tasks.settle();
    assertThat(stored()).isEqualTo(ConnectorState.PAUSED);
  }

  @Test
  void aRouteFlipsAndIsUndoneInTheSameWay() {
    try (var routes = new RoutesModel(desk.session, desk.notices::add)) {
      desk.tasks.settle();
      routes.turn(routes.routes().get().getFirst());
      assertThat(routes.routes().get())
          .extracting(view -> view.route().state())
          .containsExactly(RouteState.PAUSED, RouteState.SHADOW, RouteState.PAUSED);
      undo().take();
      desk.tasks.settle();
      assertThat(Objects.requireNonNull(desk.hub.routes.byName.get("requests")).route().state())
          .isEqualTo(RouteState.ACTIVE);
    }
  }

  @Test
  void noSwitchLeadsBackIntoTheShadowSoThereIsNothingToUndo() {
    try (var routes = new RoutesModel(desk.session, desk.notices::add)) {
      desk.tasks.settle();
      routes.turn(routes.routes().get().get(1));
      desk.tasks.settle();
      assertThat(desk.notices).containsExactly(Notice.success("inspections runs again."));
    }
  }
}
