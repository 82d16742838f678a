package dev.patchbay.server.export.file;

import dev.patchbay.core.template.TemplateStore;
import dev.patchbay.model.job.WorkbookOrder;
import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateVariable;
import dev.patchbay.spi.SettingFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds the places that rows go to in workbooks which the hub keeps. Thread-safe. */
record WorkbookPlaces(TemplateStore templates) {
  /** What stands between a place and the header of a column, as templates tell it. */
  private static final String COLUMN = "[].";

  private static final String TEMPLATE = "template";
  private static final String VERSION = "version";
  private static final String PLACE = "place";

  /** What became of the search for one. */
  sealed interface Search {
    /** It is there. */
    record Found(WorkbookPlace place) implements Search {}

    /** It is not, by template, version or place. */
    record Missing(SettingFault fault) implements Search {}
  }

  Search find(WorkbookOrder order) {
    var active = templates.source(order.template(), OptionalInt.empty());
    if (active.isEmpty()) {
      return missing(TEMPLATE, "there is no template of this name; upload it");
    }
    if (active.get().kind() != TemplateKind.XLSX) {
      return missing(
          TEMPLATE, "is " + active.get().kind() + "; rows are put into a workbook (XLSX)");
    }
    int number = order.version() == null ? active.get().number() : order.version();
    return templates.versions(order.template()).stream()
        .filter(version -> version.number() == number)
        .findFirst()
        .map(version -> find(order, number, headers(version.variables())))
        .orElseGet(() -> missing(VERSION, "there is no such version"));
  }

  private static Search find(WorkbookOrder order, int number, Map<String, List<String>> places) {
    var name = order.place() == null ? only(places) : named(places, order.place());
    if (name != null) {
      var headers = places.getOrDefault(name, List.of());
      return new Search.Found(new WorkbookPlace(order.template(), number, name, headers));
    }
    var all = String.join(", ", places.keySet());
    return missing(
        PLACE,
        order.place() == null
            ? "is required, as there are several: " + all
            : "is no table and no range of version %d; there are: %s".formatted(number, all));
  }

  private static @Nullable String only(Map<String, List<String>> places) {
    return places.size() == 1 ? places.keySet().iterator().next() : null;
  }

  private static @Nullable String named(Map<String, List<String>> places, String wanted) {
    return places.keySet().stream().filter(wanted::equalsIgnoreCase).findFirst().orElse(null);
  }

  private static Search missing(String setting, String message) {
    return new Search.Missing(new SettingFault(setting, message));
  }

  /** Headers by place. */
  private static Map<String, List<String>> headers(List<TemplateVariable> columns) {
    var places = new LinkedHashMap<String, List<String>>();
    for (var column : columns) {
      int end = column.path().indexOf(COLUMN);
      places
          .computeIfAbsent(column.path().substring(0, end), _ -> new ArrayList<>())
          .add(column.path().substring(end + COLUMN.length()));
    }
    return places;
  }
}
