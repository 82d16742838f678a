package dev.patchbay.console.viewmodel.navigation;

import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery;
import dev.patchbay.console.viewmodel.session.SavedView;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a person is in the console, and the {@code patchbay://} link that leads there. ("Route" is
 * taken by the way of an event.)
 */
public sealed interface Place {

  /** The delivery list with a query. */
  record Deliveries(DeliveryQuery query) implements Place {}

  /** One delivery beside the list of all. */
  record Delivery(String id) implements Place {}

  /** All routes. */
  record Routes() implements Place {}

  /** The mapping of one route. */
  record Mapping(String route) implements Place {}

  /** All connectors. */
  record Connectors() implements Place {}

  /** All datasets. */
  record Datasets() implements Place {}

  /** What of one dataset is shown to whom. */
  record Policy(String dataset) implements Place {}

  /** All document templates. */
  record Templates() implements Place {}

  /** One document template. */
  record Template(String name) implements Place {}

  /** Documents that routes made. */
  record Documents() implements Place {}

  /** Schedules and runs. */
  record Jobs() implements Place {}

  /** Files that are imported. */
  record Imports() implements Place {}

  /** The link. */
  default URI link() {
    return URI.create(
        switch (this) {
          case Deliveries(var query) ->
              query.equals(DeliveryQuery.ALL)
                  ? "patchbay://deliveries"
                  : "patchbay://deliveries?q=" + encode(query.written());
          case Delivery(var id) -> "patchbay://deliveries/" + encode(id);
          case Routes() -> "patchbay://routes";
          case Mapping(var route) -> "patchbay://routes/" + encode(route);
          case Connectors() -> "patchbay://connectors";
          case Datasets() -> "patchbay://datasets";
          case Policy(var dataset) -> "patchbay://datasets/" + encode(dataset);
          case Templates() -> "patchbay://templates";
          case Template(var name) -> "patchbay://templates/" + encode(name);
          case Documents() -> "patchbay://documents";
          case Jobs() -> "patchbay://jobs";
          case Imports() -> "patchbay://imports";
        });
  }

  /** Where a saved view leads; its link opens the same list at any console. */
  static Place of(SavedView view) {
    return new Deliveries(DeliveryQuery.parse(view.query()).query());
  }

  /** The place behind a link, if it is one of ours. */
  static Optional<Place> of(URI link) {
    if (!"patchbay".equals(link.getScheme()) || link.getAuthority() == null) {
      return Optional.empty();
    }
    var path = link.getRawPath() == null ? "" : link.getRawPath();
    var one = path.length() > 1 ? decode(path.substring(1)) : null;
    return switch (link.getAuthority()) {
      case "deliveries" ->
          Optional.of(one == null ? new Deliveries(query(link)) : new Delivery(one));
      case "routes" -> Optional.of(one == null ? new Routes() : new Mapping(one));
      case "datasets" -> Optional.of(one == null ? new Datasets() : new Policy(one));
      case "connectors" -> Optional.of(new Connectors());
      case "templates" -> Optional.of(one == null ? new Templates() : new Template(one));
      case "documents" -> Optional.of(new Documents());
      case "jobs" -> Optional.of(new Jobs());
      case "imports" -> Optional.of(new Imports());
      default -> Optional.empty();
    };
  }

  private static DeliveryQuery query(URI link) {
    var raw = link.getRawQuery();
    return raw == null || !raw.startsWith("q=")
        ? DeliveryQuery.ALL
        : DeliveryQuery.parse(decode(raw.substring(2))).query();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
