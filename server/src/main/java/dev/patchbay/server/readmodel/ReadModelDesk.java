package dev.patchbay.server.readmodel;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetModel;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.request.ReadModelView;
import dev.patchbay.server.config.ConnectorDesk;
import dev.patchbay.server.config.RouteDesk;

/** Sets up read models and tells how they stand. Thread-safe. */
public final class ReadModelDesk {
  private final DatasetModel datasets;
  private final ConnectorDesk connectors;
  private final RouteDesk routes;

  public ReadModelDesk(DatasetModel datasets, ConnectorDesk connectors, RouteDesk routes) {
    this.datasets = datasets;
    this.connectors = connectors;
    this.routes = routes;
  }

  /** How it stands. */
  public ReadModelView view(Dataset dataset) {
    var standing = datasets.standing(dataset);
    return new ReadModelView(
        dataset.called(), standing.filled(), standing.filled() ? standing.asOf() : null);
  }

  /** Makes the route that fills it, and its connector where there is none yet. */
  public Saved<StoredRoute> setUp(Dataset dataset, String who) {
    return switch (connectors.create(FillingRoute.connector(), who)) {
      case Saved.Done<?> _, Saved.Taken<?> _ -> routes.create(FillingRoute.of(dataset), who);
      case Saved.Refused<?>(var reason) -> new Saved.Refused<>(reason);
      case Saved.Stale<?> _, Saved.Missing<?> _ ->
          throw new IllegalStateException("what is created has no version before");
    };
  }
}
