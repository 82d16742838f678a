package dev.patchbay.console.viewmodel.routes;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.model.event.ContractView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of an event that can be mapped.
 *
 * @param type JSON type, or the format where it says more
 * @param description what the contract says about it, null if it is only seen in the sample
 * @param sample its value in a real event, null if there is none
 */
public record EventField(
    String pointer, String type, @Nullable String description, @Nullable String sample) {

  private static final Comparator<EventField> DATA_FIRST =
      Comparator.comparing(field -> !field.pointer().startsWith("/data/"));

  /** The path as a person reads it: {@code address.street}, or {@code event time} outside data. */
  public String name() {
    return pointer.startsWith("/data/")
        ? pointer.substring("/data/".length()).replace('/', '.')
        : text("mapping.envelope", pointer.substring(1).replace('/', '.'));
  }

  /** The fields that contracts promise, then what the sample has beyond them. */
  public static List<EventField> of(List<ContractView> contracts, Map<String, Object> sample) {
    var values = new LinkedHashMap<String, Object>();
    flatten("", sample, values);
    var fields = new LinkedHashMap<String, EventField>();
    for (var contract : contracts) {
      for (var field : contract.fields()) {
        if (!field.type().equals("object")) {
          var value = values.get(field.pointer());
          fields.putIfAbsent(
              field.pointer(),
              new EventField(field.pointer(), field.type(), field.description(), shown(value)));
        }
      }
    }
    values.forEach(
        (pointer, value) ->
            fields.putIfAbsent(
                pointer, new EventField(pointer, typeOf(value), null, shown(value))));
    return fields.values().stream().sorted(DATA_FIRST).toList();
  }

  private static void flatten(String path, Map<?, ?> object, Map<String, Object> into) {
    object.forEach(
        (name, value) -> {
          var pointer = path + "/" + name.toString().replace("~", "~0").replace("/", "~1");
          if (value instanceof Map<?, ?> inner) {
            flatten(pointer, inner, into);
          } else if (value != null) {
            into.put(pointer, value);
          }
        });
  }

  private static @Nullable String shown(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static String typeOf(Object value) {
    return switch (value) {
      case Boolean _ -> "boolean";
      case Integer _, Long _ -> "integer";
      case Number _ -> "number";
      case List<?> _ -> "array";
      default -> "string";
    };
  }
}
