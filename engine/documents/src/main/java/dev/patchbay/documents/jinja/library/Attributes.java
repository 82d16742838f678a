package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Undefined;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What filters look at of each item: the item, or a field of it named as {@code "address.zip"}.
 *
 * @param path empty for the item
 * @param otherwise instead of a field that is not there
 */
record Attributes(List<Object> path, Optional<Object> otherwise, Rendering rendering) {
  /** By the arguments {@code attribute} and {@code default}. */
  static Attributes of(Arguments.Bound given, Rendering rendering) {
    return new Attributes(
        given.get("attribute").map(Attributes::path).orElse(List.of()),
        given.get("default"),
        rendering);
  }

  /** By a name with points. */
  static Attributes named(Object name, Rendering rendering) {
    return new Attributes(path(name), Optional.empty(), rendering);
  }

  private static List<Object> path(Object name) {
    if (name instanceof None) {
      return List.of();
    }
    if (Numbers.isInt(name)) {
      return List.of(name);
    }
    var path = new ArrayList<Object>();
    for (var part : PythonText.str(name).split("\\.", -1)) {
      path.add(part.matches("\\d{1,9}") ? new BigInteger(part) : part);
    }
    return path;
  }

  Object get(Object item) {
    var value = item;
    for (var key : path) {
      value = rendering.item(value, key);
      if (value instanceof Undefined && otherwise.isPresent()) {
        return otherwise.get();
      }
    }
    return value;
  }

  List<Object> all(List<Object> items) {
    rendering.spend(items.size());
    return path.isEmpty() ? items : items.stream().map(this::get).toList();
  }

  /** Texts without their capitals, where those do not matter. */
  static Object folded(Object value, boolean caseSensitive) {
    return value instanceof String text && !caseSensitive ? text.toLowerCase(Locale.ROOT) : value;
  }
}
