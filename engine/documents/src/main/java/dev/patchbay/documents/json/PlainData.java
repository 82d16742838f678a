package dev.patchbay.documents.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads data that comes from anywhere: texts, numbers, lists and objects, and nothing more. */
public final class PlainData {
  private PlainData() {}

  /** The values by name; an object with {@code $type} is an object. */
  public static Map<String, @Nullable Object> of(ObjectNode json) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    json.properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
    return values;
  }

  private static @Nullable Object value(JsonNode json) {
    return switch (json.getNodeType()) {
      case BOOLEAN -> json.booleanValue();
      case NUMBER -> json.isIntegralNumber() ? json.bigIntegerValue() : (Object) json.doubleValue();
      case STRING -> json.textValue();
      case ARRAY -> {
        var list = new ArrayList<@Nullable Object>();
        json.forEach(each -> list.add(value(each)));
        yield list;
      }
      case OBJECT -> of((ObjectNode) json);
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }
}
