package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.model.connector.ConnectorKind;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.plugin.SettingField;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.model.template.TemplateView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the form of a schedule offers.
 *
 * @param stores connectors that take files
 * @param sheets connectors to sheets, each with what it wants to know of a tab
 * @param routes that keep a row for each key
 * @param templates that documents can be made of, or rows can be put into
 */
public record ScheduleChoices(
    List<String> stores,
    Map<String, List<SettingField>> sheets,
    List<String> routes,
    List<TemplateView> templates) {
  /** What a target is called that is a tab of a sheet. */
  private static final String TAB = "tab";

  public ScheduleChoices {
    stores = List.copyOf(stores);
    sheets = Collections.unmodifiableMap(new LinkedHashMap<>(sheets));
    routes = List.copyOf(routes);
    templates = List.copyOf(templates);
  }

  public static ScheduleChoices of(
      List<ConnectorView> connectors,
      List<ConnectorTypeView> types,
      List<RouteView> routes,
      List<TemplateView> templates) {
    var byName =
        types.stream().collect(Collectors.toMap(ConnectorTypeView::name, Function.identity()));
    var stores = new ArrayList<String>();
    var sheets = new LinkedHashMap<String, List<SettingField>>();
    for (var connector : connectors) {
      var type = byName.get(connector.type());
      if (type != null && type.kind() == ConnectorKind.FILES) {
        stores.add(connector.name());
      } else if (type != null && hasTabs(type)) {
        sheets.put(connector.name(), type.targetSettings());
      }
    }
    return new ScheduleChoices(stores, sheets, keyed(routes), templates);
  }

  private static boolean hasTabs(ConnectorTypeView type) {
    return type.targetSettings().stream().anyMatch(field -> field.name().equals(TAB));
  }

  /** Routes whose rows can be told apart. */
  private static List<String> keyed(List<RouteView> routes) {
    return routes.stream()
        .map(RouteView::route)
        .filter(draft -> draft.mode() == WriteMode.UPSERT)
        .map(RouteDraft::name)
        .toList();
  }
}
