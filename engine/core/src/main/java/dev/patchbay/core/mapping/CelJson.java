package dev.patchbay.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON as the expression language sees it, without copying, and back. */
final class CelJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CelJson() {}

  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> new Members(node);
      case ARRAY -> new Elements(node);
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL -> NullValue.NULL_VALUE;
      case MISSING -> Map.of();
      case BINARY, POJO -> throw new IllegalStateException("not from JSON: " + node.getNodeType());
    };
  }

  private static Object number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    return node.doubleValue();
  }

  /** The value of a result. */
  static Value value(Object result) {
    if (result instanceof Double it && !Double.isFinite(it)) {
      return new Value.Unfit(it.toString(), "is no number that a cell can hold");
    }
    return Value.of(json(result));
  }

  private static JsonNode json(Object result) {
    return switch (result) {
      case Boolean it -> JSON.booleanNode(it);
      case Long it -> JSON.numberNode(it);
      case Double it -> JSON.numberNode(BigDecimal.valueOf(it));
      case NullValue _ -> JSON.nullNode();
      case List<?> list -> {
        var array = JSON.arrayNode();
        list.forEach(element -> array.add(json(element)));
        yield array;
      }
      case Map<?, ?> map -> {
        var object = JSON.objectNode();
        map.forEach((name, value) -> object.set(name.toString(), json(value)));
        yield object;
      }
      default -> JSON.textNode(result.toString());
    };
  }

  private static final class Members extends AbstractMap<String, Object> {
    private final JsonNode object;

    Members(JsonNode object) {
      this.object = object;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return name instanceof String text && object.has(text);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      var value = name instanceof String text ? object.get(text) : null;
      return value == null ? null : of(value);
    }

    @Override
    public int size() {
      return object.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      var copy = new LinkedHashMap<String, Object>();
      object.properties().forEach(it -> copy.put(it.getKey(), of(it.getValue())));
      return copy.entrySet();
    }
  }

  private static final class Elements extends AbstractList<Object> {
    private final JsonNode array;

    Elements(JsonNode array) {
      this.array = array;
    }

    @Override
    public Object get(int index) {
      return of(array.path(index));
    }

    @Override
    public int size() {
      return array.size();
    }
  }
}
