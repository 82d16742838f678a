package dev.patchbay.server.issuing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.spi.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees: the fields of the event's data, {@code event} with what is said about it,
 * and {@code row} with the cells that the route has mapped.
 */
final class TemplateValues {
  private static final List<String> SAID = List.of("id", "type", "source", "subject", "time");

  private TemplateValues() {}

  static Map<String, @Nullable Object> of(Envelope event, Row row) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    JsonNode data = event.json().path("data");
    if (data.isObject()) {
      values.putAll(ServerJson.object(data));
    }
    values.put("event", said(event, row.key()));
    values.put("row", RowValues.of(row.cells()));
    return values;
  }

  private static Map<String, @Nullable Object> said(Envelope event, String key) {
    var said = new LinkedHashMap<String, @Nullable Object>();
    SAID.forEach(name -> said.put(name, event.json().path(name).textValue()));
    said.put("key", key);
    return said;
  }
}
