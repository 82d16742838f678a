package dev.patchbay.signatures.stamp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.signatures.PdfRefusal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields of a JSON object, and finds those that nobody asked for. */
final class Fields {
  private final String name;
  private final JsonNode object;
  private final Set<String> known = new TreeSet<>();

  Fields(String name, JsonNode object) throws PdfRefusal {
    if (!object.isObject()) {
      throw new PdfRefusal(name + " is no object: write { … }");
    }
    this.name = name;
    this.object = object;
  }

  /** How messages call a field. */
  String path(String field) {
    return name + "." + field;
  }

  /** A text, which must be there. */
  String text(String field) throws PdfRefusal {
    return optionalText(field).orElseThrow(() -> new PdfRefusal(path(field) + " is missing"));
  }

  /** A text that may not be there. */
  Optional<String> optionalText(String field) throws PdfRefusal {
    var value = value(field);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var text = value.get();
    if (!text.isTextual() || text.textValue().isBlank()) {
      throw new PdfRefusal(path(field) + " must be a text that is not empty");
    }
    return Optional.of(text.textValue());
  }

  /** A number that may not be there. */
  OptionalDouble number(String field, double least, double most) throws PdfRefusal {
    var value = value(field);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    var number = value.get();
    if (!number.isNumber() || number.doubleValue() < least || number.doubleValue() > most) {
      throw new PdfRefusal(
          "%s must be a number from %s to %s".formatted(path(field), plain(least), plain(most)));
    }
    return OptionalDouble.of(number.doubleValue());
  }

  /** Whether something is so; not if nothing is said. */
  boolean flag(String field) throws PdfRefusal {
    var value = value(field);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw new PdfRefusal(path(field) + " must be true or false");
    }
    return value.isPresent() && value.get().booleanValue();
  }

  /** Refuses what nobody has asked for: a slip in a name would go unseen. */
  void refuseOthers() throws PdfRefusal {
    for (var field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw new PdfRefusal(
            "%s is no field of it; it may have %s"
                .formatted(path(field.getKey()), String.join(", ", known)));
      }
    }
  }

  private Optional<JsonNode> value(String field) {
    known.add(field);
    return Optional.ofNullable(object.get(field)).filter(value -> !value.isNull());
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
