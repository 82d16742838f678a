package dev.patchbay.console.viewmodel.routes;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Switch;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.SwitchList;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;

/** How routes are paused and resumed. */
record RouteSwitch(Session session) implements SwitchList.Kind<RouteView> {
  @Override
  public String name(RouteView view) {
    return view.route().name();
  }

  @Override
  public Switch turn(RouteView view) {
    return view.route().state() == RouteState.ACTIVE ? Switch.PAUSE : Switch.RESUME;
  }

  /** No switch leads back into the shadow. */
  @Override
  public boolean canBeTurnedBack(RouteView view) {
    return view.route().state() != RouteState.SHADOW;
  }

  @Override
  public RouteView after(RouteView view, Switch wish) {
    var state = wish == Switch.PAUSE ? RouteState.PAUSED : RouteState.ACTIVE;
    return new RouteView(
        view.route().withState(state),
        view.version(),
        view.changedAt(),
        view.changedBy(),
        view.targetTitle());
  }

  @Override
  public RouteView send(String name, Switch wish) throws HubException, InterruptedException {
    return session.client().switchRoute(name, wish);
  }

  @Override
  public String words(String name, Switch wish) {
    return text(wish == Switch.PAUSE ? "notice.routePaused" : "notice.routeResumed", name);
  }
}
