package dev.patchbay.console.viewmodel.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoutesModelTest {
  private final Desk desk = Desk.with(10);

  @AfterEach
  void close() {
    desk.close();
  }

  private RoutesModel routes() {
    var model = new RoutesModel(desk.session, desk.notices::add);
    desk.tasks.settle();
    return model;
  }

  @Test
  void listsTheRoutesAndTurnsThemOnAndOff() {
    var model = routes();
    model.turn(model.routes().get().getFirst());
    desk.tasks.settle();
    assertThat(model.routes().get())
        .extracting(view -> view.route().state())
        .containsExactly(RouteState.PAUSED, RouteState.SHADOW, RouteState.PAUSED);
    assertThat(desk.lastNotice())
        .isEqualTo("requests is paused. Its events wait, nothing is lost.");
  }

  @Test
  void aHubWithoutRoutesSaysTheFirstStep() {
    desk.hub.routes.byName.clear();
    assertThat(routes().state().get()).isEqualTo(new ListState.NothingYet());
  }

  @Test
  void anUnreachableHubCanBeTriedAgain() {
    desk.hub.stop();
    var model = routes();
    assertThat(model.state().get()).isInstanceOf(ListState.Failed.class);
    desk.hub.startAgain();
    model.reload();
    desk.tasks.settle();
    assertThat(model.state().get()).isEqualTo(new ListState.Ready());
  }

  @Test
  void whatFailedIsFetchedAsSoonAsTheHubAnswersAgain() {
    desk.hub.stop();
    var model = routes();
    desk.hub.startAgain();
    desk.live(new LiveEvent.Connected());
    assertThat(model.state().get()).isEqualTo(new ListState.Ready());
    int calls = desk.hub.calls.size();
    desk.live(new LiveEvent.Connected());
    assertThat(desk.hub.calls).as("nothing had failed").hasSize(calls);
  }

  @Test
  void aNewRouteStartsPausedWithItsKeyAsTheOneColumn() {
    var created = new ArrayList<RouteView>();
    var model = new NewRouteModel(desk.session, created::add);
    desk.tasks.settle();
    model.name().set("potholes");
    model.target("spreadsheet").set("1Bxi");
    model.target("tab").set("Potholes");
    model.create();
    desk.tasks.settle();
    var route = created.getFirst().route();
    assertThat(route.state()).isEqualTo(RouteState.PAUSED);
    assertThat(route.target()).containsEntry("tab", "Potholes");
    assertThat(route.columns()).extracting(one -> one.source()).containsExactly("/data/id");
    assertThat(route)
        .isEqualTo(Objects.requireNonNull(desk.hub.routes.byName.get("potholes")).route());
  }

  @Test
  void aNewRouteWritesAsItsConnectorDoes() {
    desk.hub.connectors.addDocuments("letters");
    var created = new ArrayList<RouteView>();
    var model = new NewRouteModel(desk.session, created::add);
    desk.tasks.settle();
    model.name().set("letters");
    model.connector().set("letters");
    model.target("template").set("letter");
    model.create();
    desk.tasks.settle();
    assertThat(created.getFirst().route().mode()).isEqualTo(WriteMode.APPEND);
  }

  @Test
  void aNewRouteWithoutANameIsNotSent() {
    var model = new NewRouteModel(desk.session, _ -> {});
    desk.tasks.settle();
    model.create();
    assertThat(model.problem().get())
        .isEqualTo("Give the route a name, an event type and a connector.");
    assertThat(desk.hub.calls).noneMatch(call -> call.equals("POST /routes"));
  }

  @Test
  void whatTheTargetNeedsComesFromTheConnectorsType() {
    var model = new NewRouteModel(desk.session, _ -> {});
    desk.tasks.settle();
    assertThat(model.choices().get().targetSettings("city-sheets"))
        .extracting(field -> field.name())
        .isEqualTo(List.of("spreadsheet", "tab"));
    assertThat(model.choices().get().targetSettings("nobody")).isEmpty();
  }
}
