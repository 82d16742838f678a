package dev.patchbay.console.viewmodel;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Switch;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** All routes, and their switch. */
public final class RoutesModel implements AutoCloseable {
  private final Session session;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final ReadOnlyObjectWrapper<List<RouteView>> routes =
      new ReadOnlyObjectWrapper<>(List.of());
  private UiTask loading = UiTask.none();

  /** Fetches the routes at once. */
  public RoutesModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.notices = notices;
    reload();
  }

  /** Whether there are routes, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The routes. */
  public ReadOnlyObjectProperty<List<RouteView>> routes() {
    return routes.getReadOnlyProperty();
  }

  /** Fetches the routes again. */
  public void reload() {
    loading =
        session.run(
            () -> session.client().routes().items(),
            this::show,
            failure -> state.set(ListState.after(failure)));
  }

  private void show(List<RouteView> fetched) {
    routes.set(fetched);
    state.set(fetched.isEmpty() ? new ListState.NothingYet() : new ListState.Ready());
  }

  /** Pauses a route that runs, resumes one that does not. */
  public void turn(RouteView route) {
    boolean pause = route.route().state() == RouteState.ACTIVE;
    var name = route.route().name();
    session.run(
        () -> session.client().switchRoute(name, pause ? Switch.PAUSE : Switch.RESUME),
        after -> {
          put(after);
          notices.accept(
              Notice.success(text(pause ? "notice.routePaused" : "notice.routeResumed", name)));
        },
        failure -> notices.accept(Notice.of(failure)));
  }

  private void put(RouteView newer) {
    var name = newer.route().name();
    routes.set(
        routes.get().stream().map(one -> one.route().name().equals(name) ? newer : one).toList());
  }

  @Override
  public void close() {
    loading.cancel();
  }
}
