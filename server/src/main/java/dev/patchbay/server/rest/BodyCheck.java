package dev.patchbay.server.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.model.FieldError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a JSON body with the record it should become and collects every fault, each with its
 * JSON Pointer: unknown fields, absent ones, wrong types. A component may be absent if it is
 * {@code @Nullable}, a list, a map, or has a default. One with {@link JsonAnyGetter} takes the
 * fields that no other is named for.
 */
final class BodyCheck {
  private final List<FieldError> errors = new ArrayList<>();

  private BodyCheck() {}

  /** The faults of a body; defaults are put into it. */
  static List<FieldError> faults(JsonNode body, Type type) {
    var check = new BodyCheck();
    check.value(body, type, "");
    return check.errors;
  }

  private void value(JsonNode node, Type type, String at) {
    if (type instanceof ParameterizedType generic) {
      container(node, generic, at);
    } else if (type instanceof Class<?> plain && plain.isRecord()) {
      record(node, plain, at);
    } else if (type instanceof Class<?> plain) {
      simple(node, plain, at);
    }
  }

  private void container(JsonNode node, ParameterizedType type, String at) {
    var inner = inner(type);
    if (Map.class.equals(type.getRawType())) {
      if (node.isObject()) {
        node.properties().forEach(entry -> entry(entry.getKey(), entry.getValue(), inner, at));
      } else {
        add(at, "must be an object");
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        present(node.get(i), inner, at + "/" + i);
      }
    } else {
      add(at, "must be an array");
    }
  }

  private void entry(String key, JsonNode node, Type type, String at) {
    var place = FieldError.below(at, key);
    Texts.fault(key).ifPresent(fault -> add(place, "has a name that " + fault));
    present(node, type, place);
  }

  /** Of what a list or a map holds. */
  private static Type inner(Type container) {
    var arguments = ((ParameterizedType) container).getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  private void present(JsonNode node, Type type, String at) {
    if (node.isNull() && !Object.class.equals(type)) {
      add(at, "must not be null");
    } else {
      value(node, type, at);
    }
  }

  private void record(JsonNode node, Class<?> type, String at) {
    if (!(node instanceof ObjectNode object)) {
      add(at, "must be an object");
      return;
    }
    var known = new HashSet<String>();
    for (var component : own(type)) {
      known.add(name(component));
      component(object, component, at + "/" + name(component));
    }
    for (var entry : object.properties()) {
      if (!known.contains(entry.getKey())) {
        other(entry, type, at);
      }
    }
  }

  /** A field that no component is named for. */
  private void other(Map.Entry<String, JsonNode> field, Class<?> type, String at) {
    var place = FieldError.below(at, field.getKey());
    var taker =
        components(type)
            .filter(BodyCheck::takesTheRest)
            .filter(rest -> !rest.getName().equals(field.getKey()))
            .findFirst();
    if (taker.isEmpty()) {
      add(place, "is unknown; known here: " + String.join(", ", names(type)));
    } else if (!field.getValue().isNull()) {
      value(field.getValue(), inner(taker.get().getGenericType()), place);
    }
  }

  /** Whether its entries stand beside the other components. */
  private static boolean takesTheRest(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonAnyGetter.class);
  }

  private void component(ObjectNode object, RecordComponent component, String at) {
    var node = object.get(name(component));
    if (node != null && !node.isNull()) {
      value(node, component.getGenericType(), at);
    } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !fillIn(object, component)) {
      add(at, "is required");
    }
  }

  private static boolean fillIn(ObjectNode object, RecordComponent component) {
    var preset = component.getAccessor().getAnnotation(JsonProperty.class);
    if (preset != null && !preset.defaultValue().isEmpty()) {
      object.put(name(component), preset.defaultValue());
      return true;
    }
    if (List.class.equals(component.getType())) {
      object.putArray(name(component));
      return true;
    }
    if (Map.class.equals(component.getType())) {
      object.putObject(name(component));
      return true;
    }
    return false;
  }

  private void simple(JsonNode node, Class<?> type, String at) {
    if (type.isEnum()) {
      oneOf(node, type, at);
    } else if (type == String.class) {
      text(node, at);
    } else if (type == boolean.class || type == Boolean.class) {
      require(node.isBoolean(), at, "must be true or false");
    } else if (type == int.class || type == Integer.class) {
      require(node.canConvertToInt() && node.isIntegralNumber(), at, "must be a whole number");
    } else if (type == long.class || type == Long.class) {
      require(node.isIntegralNumber(), at, "must be a whole number");
    } else if (type == Instant.class) {
      instant(node, at);
    } else if (type == LocalDate.class) {
      day(node, at);
    }
  }

  private void text(JsonNode node, String at) {
    require(node.isTextual(), at, "must be a text");
    if (node.isTextual()) {
      Texts.fault(node.textValue()).ifPresent(fault -> add(at, fault));
    }
  }

  private void oneOf(JsonNode node, Class<?> type, String at) {
    var names = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    require(
        node.isTextual() && names.contains(node.textValue()),
        at,
        "must be one of " + String.join(", ", names));
  }

  private void instant(JsonNode node, String at) {
    require(
        Times.instant(node.asText()).isPresent(),
        at,
        "must be an ISO 8601 instant such as 2026-11-23T08:00:00Z");
  }

  private void day(JsonNode node, String at) {
    require(Times.day(node.asText()).isPresent(), at, "must be a day such as 2026-01-31");
  }

  private void require(boolean holds, String at, String otherwise) {
    if (!holds) {
      add(at, otherwise);
    }
  }

  private void add(String at, String message) {
    errors.add(new FieldError(at, message));
  }

  /** In JSON, where a component may have a name that no component can have in Java. */
  private static String name(RecordComponent component) {
    var property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null || property.value().isEmpty() ? component.getName() : property.value();
  }

  private static List<String> names(Class<?> type) {
    return own(type).stream().map(BodyCheck::name).toList();
  }

  /** Those that have a field of their own. */
  private static List<RecordComponent> own(Class<?> type) {
    return components(type).filter(component -> !takesTheRest(component)).toList();
  }

  private static Stream<RecordComponent> components(Class<?> type) {
    return Stream.of(type.getRecordComponents());
  }
}
