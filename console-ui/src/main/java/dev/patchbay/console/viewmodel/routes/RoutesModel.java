package dev.patchbay.console.viewmodel.routes;

import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Again;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.SwitchList;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** All routes, and their switch. */
public final class RoutesModel implements AutoCloseable {
  private final Session session;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final SwitchList<RouteView> routes;
  private final Subscription again;
  private UiTask loading = UiTask.none();

  /** Fetches the routes at once. */
  public RoutesModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.routes = new SwitchList<>(session, new RouteSwitch(session), notices);
    this.again = Again.of(session, state, this::reload);
    reload();
  }

  /** Whether there are routes, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The routes. */
  public ReadOnlyObjectProperty<List<RouteView>> routes() {
    return routes.shown();
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
    routes.know(fetched);
    state.set(fetched.isEmpty() ? new ListState.NothingYet() : new ListState.Ready());
  }

  /** Pauses a route that runs, resumes one that does not. */
  public void turn(RouteView route) {
    routes.turn(route);
  }

  @Override
  public void close() {
    again.unsubscribe();
    loading.cancel();
  }
}
