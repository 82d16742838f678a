package dev.patchbay.sandbox.sheets.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.patchbay.sandbox.http.Json;
import org.jspecify.annotations.Nullable;

/** What a cell holds. A value is itself the cell that holds it and nothing more. Immutable. */
public sealed interface Value extends Cell {

  record Text(String text) implements Value {}

  record Decimal(double number) implements Value {}

  record Bool(boolean flag) implements Value {}

  /** An error such as #DIV/0!; {@code type} is Google's ErrorType. */
  record Failure(String type, String code, String message) implements Value {}

  static Value of(String text) {
    return new Text(text);
  }

  static Value of(double number) {
    return new Decimal(number);
  }

  static Value of(boolean flag) {
    return new Bool(flag);
  }

  @Override
  default Value value() {
    return this;
  }

  @Override
  default @Nullable String formula() {
    return null;
  }

  @Override
  default Extras extras() {
    return Extras.NONE;
  }

  /** As a member of a ValueRange: text, number or boolean. */
  default JsonNode toJson() {
    return switch (this) {
      case Text(var text) -> TextNode.valueOf(text);
      case Decimal(var number) -> Json.number(number);
      case Bool(var flag) -> BooleanNode.valueOf(flag);
      case Failure failure -> TextNode.valueOf(failure.code());
    };
  }

  /** As an ExtendedValue. */
  default JsonNode toExtended() {
    return switch (this) {
      case Text(var text) -> Json.object().put("stringValue", text);
      case Decimal(var number) -> Json.object().set("numberValue", Json.number(number));
      case Bool(var flag) -> Json.object().put("boolValue", flag);
      case Failure(var type, var _, var message) -> {
        var error = Json.object();
        error.putObject("errorValue").put("type", type).put("message", message);
        yield error;
      }
    };
  }
}
