package dev.patchbay.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.model.FieldError;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the context attributes of CloudEvents 1.0 and puts them in order. Thread-safe. */
final class Attributes {
  private static final List<String> ORDER =
      List.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema");
  private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

  /** Characters allowed by name, small enough for the indexes of the log. */
  private static final Map<String, Integer> LENGTHS =
      Map.of("id", 512, "source", 512, "type", 255, "subject", 1024, "time", 64);

  private static final int OTHER_LENGTH = 2048;
  private static final String RFC3339_SHAPE = "0000-00-00T00:00:00";

  private Attributes() {}

  /**
   * Copies the attributes of {@code raw} in canonical order; adds what is wrong to errors.
   *
   * @param prefix of an attribute's name where it is named as a field at fault
   */
  static ObjectNode ordered(ObjectNode raw, String prefix, List<FieldError> errors) {
    for (var name : REQUIRED) {
      if (raw.path(name).isMissingNode() || raw.path(name).isNull()) {
        errors.add(new FieldError(prefix + name, "is missing; CloudEvents 1.0 demands it"));
      }
    }
    var extensions = new TreeSet<String>();
    raw.fieldNames().forEachRemaining(extensions::add);
    extensions.remove("data");
    extensions.remove("data_base64");
    var ordered = raw.objectNode();
    for (var name : ORDER) {
      extensions.remove(name);
      copy(raw, name, ordered, prefix, errors);
    }
    for (var name : extensions) {
      copy(raw, name, ordered, prefix, errors);
    }
    return ordered;
  }

  private static void copy(
      ObjectNode raw, String name, ObjectNode into, String prefix, List<FieldError> errors) {
    var value = raw.get(name);
    if (value == null || value.isNull()) {
      return;
    }
    var fault = fault(name, value);
    if (fault == null) {
      into.set(name, value);
    } else {
      errors.add(new FieldError(prefix + printable(name), fault));
    }
  }

  private static @Nullable String fault(String name, JsonNode value) {
    if (!isName(name)) {
      return "is no attribute name; use lower-case letters and digits only";
    }
    boolean extension = !ORDER.contains(name);
    if (!value.isTextual() && !(extension && (value.isIntegralNumber() || value.isBoolean()))) {
      return extension ? "must be text, an integer or a boolean" : "must be text";
    }
    var text = value.asText();
    if (text.isEmpty() && !extension) {
      return "must not be empty; leave it out or give a value";
    }
    int most = LENGTHS.getOrDefault(name, OTHER_LENGTH);
    if (text.length() > most) {
      return "is longer than " + most + " characters";
    }
    if (!isPrintable(text)) {
      return "holds control characters or half of a surrogate pair";
    }
    return special(name, text);
  }

  private static @Nullable String special(String name, String text) {
    return switch (name) {
      case "specversion" -> text.equals("1.0") ? null : "must be 1.0";
      case "time" ->
          isRfc3339(text) ? null : "must be as in RFC 3339, for example 2026-01-31T08:15:00Z";
      default -> null;
    };
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= 64;
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        return isPrintableByCodePoint(text);
      }
    }
    return true;
  }

  private static boolean isPrintableByCodePoint(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static boolean isRfc3339(String text) {
    if (!hasShape(text)) {
      return false;
    }
    try {
      Rfc3339.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean hasShape(String text) {
    if (text.length() <= RFC3339_SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < RFC3339_SHAPE.length(); i++) {
      char c = text.charAt(i);
      char expected = RFC3339_SHAPE.charAt(i);
      boolean fits = expected == '0' ? c >= '0' && c <= '9' : Character.toUpperCase(c) == expected;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A name as sent by somebody, fit to be shown. */
  private static String printable(String name) {
    var shown = name.length() > 64 ? name.substring(0, 64) : name;
    return shown
        .codePoints()
        .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replace("~", "~0")
        .replace("/", "~1");
  }
}
