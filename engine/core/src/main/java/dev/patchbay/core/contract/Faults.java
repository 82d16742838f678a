package dev.patchbay.core.contract;

import com.networknt.schema.Error;

/** Words for what a validator found: the field, and what to do about it. */
final class Faults {
  private Faults() {}

  static String describe(Error error) {
    var field = "/data" + error.getInstanceLocation();
    return switch (error.getKeyword()) {
      case "required" -> field + "/" + error.getProperty() + " is missing; it must be given";
      case "type" -> field + " is of the wrong type; give " + types(error);
      case "format" ->
          field + " is not a valid " + error.getSchemaNode().asText() + "; " + example(error);
      case "minLength" -> field + " must not be empty";
      default -> field + " does not fit its contract: " + words(error);
    };
  }

  private static String types(Error error) {
    var type = error.getSchemaNode();
    return type.isTextual()
        ? type.asText()
        : String.join(" or ", type.valueStream().map(node -> node.asText()).toList());
  }

  private static String example(Error error) {
    return switch (error.getSchemaNode().asText()) {
      case "date-time" -> "write it as in RFC 3339, for example 2026-01-31T08:15:00Z";
      case "uri" -> "write it in full, for example https://example.org/a.jpg";
      case "email" -> "write it as in name@example.org";
      default -> "correct it";
    };
  }

  /** The validator's own words without the location they start with. */
  private static String words(Error error) {
    var message = error.getMessage();
    var colon = message.indexOf(": ");
    return colon < 0 ? message : message.substring(colon + 2);
  }
}
