package dev.patchbay.server.readmodel;

import dev.patchbay.core.config.Saved;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.model.request.ReadModelView;
import dev.patchbay.server.config.ConnectorDesk;
import dev.patchbay.server.config.RouteDesk;

/** Sets up the read model of requests and tells how it stands. Thread-safe. */
public final class ReadModelDesk {
  private static final String REQUESTS = "requests";

  private final RequestModel requests;
  private final ConnectorDesk connectors;
  private final RouteDesk routes;

  public ReadModelDesk(RequestModel requests, ConnectorDesk connectors, RouteDesk routes) {
    this.requests = requests;
    this.connectors = connectors;
    this.routes = routes;
  }

  /** How it stands. */
  public ReadModelView view() {
    return requests
        .standing()
        .map(standing -> new ReadModelView(REQUESTS, true, standing.asOf()))
        .orElseGet(() -> new ReadModelView(REQUESTS, false, null));
  }

  /** Makes the route that fills it, and its connector where there is none yet. */
  public Saved<StoredRoute> setUp(String who) {
    return switch (connectors.create(FillingRoute.connector(), who)) {
      case Saved.Done<?> _, Saved.Taken<?> _ -> routes.create(FillingRoute.route(), who);
      case Saved.Refused<?>(var reason) -> new Saved.Refused<>(reason);
      case Saved.Stale<?> _, Saved.Missing<?> _ ->
          throw new IllegalStateException("what is created has no version before");
    };
  }
}
