package dev.patchbay.console.viewmodel.routes;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.HubException;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mapping editor needs to begin.
 *
 * @param noSheet why the columns of the sheet are not known, null if they are
 */
record MappingStart(
    RouteView route, TargetDescription sheet, List<EventField> fields, @Nullable Failure noSheet) {

  static MappingStart fetch(HubClient client, String name)
      throws HubException, InterruptedException {
    var route = client.route(name);
    var fields = fields(client, route.route().eventTypes());
    try {
      return new MappingStart(route, sheet(client, route.route()), fields, null);
    } catch (HubException unreachable) {
      var unknown = new TargetDescription(route.targetTitle(), null, List.of());
      return new MappingStart(route, unknown, fields, unreachable.failure());
    }
  }

  private static List<EventField> fields(HubClient client, List<String> types)
      throws HubException, InterruptedException {
    List<ContractView> contracts =
        client.contracts().items().stream().filter(one -> types.contains(one.type())).toList();
    var samples = client.storedEvents(types.getFirst(), 1).items();
    Map<String, Object> sample = samples.isEmpty() ? Map.of() : samples.getFirst().envelope();
    return EventField.of(contracts, sample);
  }

  private static TargetDescription sheet(HubClient client, RouteDraft route)
      throws HubException, InterruptedException {
    return client.describe(route.connector(), route.target());
  }
}
