package dev.patchbay.core.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.core.event.ExactJson;
import dev.patchbay.core.event.Rfc3339;
import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetField;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a service's list, as rows of a dataset: its fields and those whose class of personal
 * data is known. Whatever else a service tells of people is left out, for no policy names it.
 */
record ServicePage(List<Map<String, Object>> rows, @Nullable String next) {
  private static final ExactJson JSON = new ExactJson();

  /** Further times end so by convention, and are kept as a route's columns keep them. */
  private static final String TIME = "At";

  /** Empty if it is no page. */
  static Optional<ServicePage> read(Dataset dataset, ZoneId zone, byte[] json) {
    try {
      var page = JSON.read(json);
      var items = page.path("items");
      var next = page.path("next");
      if (!items.isArray() || !(next.isTextual() || next.isNull() || next.isMissingNode())) {
        return Optional.empty();
      }
      var further = further(dataset);
      var rows = new ArrayList<Map<String, Object>>();
      for (var item : items) {
        if (!item.path(Dataset.KEY).isTextual()) {
          return Optional.empty();
        }
        rows.add(row(dataset.fields(), further, zone, item));
      }
      return Optional.of(new ServicePage(rows, next.textValue()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> row(
      List<DatasetField> fields, List<String> further, ZoneId zone, JsonNode item) {
    var row = new LinkedHashMap<String, Object>();
    row.put(Dataset.KEY, item.path(Dataset.KEY).textValue());
    for (var field : fields) {
      put(row, field.id(), known(field, item.path(field.id())));
    }
    for (var id : further) {
      put(row, id, further(id, zone, item.path(id)));
    }
    return row;
  }

  /** Values that are no fields, of which is known what they tell of people. */
  private static List<String> further(Dataset dataset) {
    var fields = dataset.fields().stream().map(DatasetField::id).toList();
    return dataset.classes().keySet().stream()
        .filter(id -> !id.equals(Dataset.KEY) && !fields.contains(id))
        .sorted()
        .toList();
  }

  private static void put(Map<String, Object> row, String id, @Nullable Object value) {
    if (value != null) {
      row.put(id, value);
    }
  }

  private static @Nullable Object known(DatasetField field, JsonNode value) {
    return switch (field.kind()) {
      case TEXT -> value.textValue();
      case TIME -> time(value);
      case FLAG -> value.isBoolean() ? value.booleanValue() : null;
    };
  }

  private static @Nullable Object further(String id, ZoneId zone, JsonNode value) {
    if (value.isNumber()) {
      return value.numberValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    var time = id.endsWith(TIME) ? time(value) : null;
    return time == null ? value.textValue() : time.atZone(zone).toLocalDateTime().toString();
  }

  private static @Nullable Instant time(JsonNode value) {
    try {
      return value.isTextual() ? Rfc3339.parse(value.textValue()).toInstant() : null;
    } catch (DateTimeException none) {
      return null;
    }
  }
}
