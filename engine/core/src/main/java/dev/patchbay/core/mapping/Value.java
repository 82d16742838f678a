package dev.patchbay.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A value on its way from the event to a cell. */
sealed interface Value {
  /** The event does not say: the column stays as it is. */
  record Absent() implements Value {}

  /** The event says that there is nothing: the cell is cleared. */
  record Null() implements Value {}

  /** As it stands in the event; never null or missing. */
  record Json(JsonNode node) implements Value {}

  record Text(String text) implements Value {}

  record Day(LocalDate date) implements Value {}

  record Moment(LocalDateTime time) implements Value {}

  /**
   * It cannot become what is wanted.
   *
   * @param found the value, named in the message unless it is personal
   * @param problem what is wrong and what fits
   */
  record Unfit(String found, String problem) implements Value {}

  /** The value of a JSON node. */
  static Value of(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> new Absent();
      case NULL -> new Null();
      case STRING -> new Text(node.textValue());
      default -> new Json(node);
    };
  }
}
