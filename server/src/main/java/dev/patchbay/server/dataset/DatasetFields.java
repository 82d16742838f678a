package dev.patchbay.server.dataset;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.route.RouteStore;
import dev.patchbay.core.route.StoredRoute;
import dev.patchbay.model.route.ColumnMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of datasets: those that every row has, and those that the routes which fill the read
 * model add.
 */
public final class DatasetFields {
  /** Header of {@link Dataset#KEY}. */
  public static final String KEY_HEADER = "Id";

  private final RouteStore routes;

  public DatasetFields(RouteStore routes) {
    this.routes = routes;
  }

  /** Headers of all fields by id, in their usual order. */
  public Map<String, String> headers(Dataset dataset) {
    var all = new LinkedHashMap<String, String>();
    all.put(Dataset.KEY, KEY_HEADER);
    dataset.fields().forEach(field -> all.put(field.id(), field.header()));
    further(dataset).forEach(column -> all.putIfAbsent(column.id(), column.header()));
    return all;
  }

  /** Columns of routes that fill it. */
  public List<ColumnMapping> further(Dataset dataset) {
    return routes.all().stream()
        .map(StoredRoute::draft)
        .filter(draft -> dataset.called().equals(draft.target().get("model")))
        .flatMap(draft -> draft.columns().stream())
        .filter(column -> !column.id().equals(Dataset.DELETED.id()))
        .toList();
  }
}
