package dev.patchbay.console.viewmodel.datasets;

import dev.patchbay.console.viewmodel.When;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A value of a row, in words for a person: texts can be masked, others are shown or not. */
sealed interface SampleValue {
  /** A text, empty if there is none. */
  record Text(String words) implements SampleValue {}

  /** A number, a time, a yes or no. */
  record Other(String words) implements SampleValue {}

  /** The value as JSON has it. */
  static SampleValue of(@Nullable Object value) {
    return switch (value) {
      case null -> new Text("");
      case String text -> time(text);
      default -> new Other(String.valueOf(value));
    };
  }

  /** JSON has times as texts. */
  private static SampleValue time(String text) {
    try {
      return new Other(When.stamp(Instant.parse(text)));
    } catch (DateTimeParseException noTime) {
      return new Text(text);
    }
  }
}
