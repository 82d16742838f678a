package dev.patchbay.core.mapping;

import java.util.function.Function;

/** One step of a column. Pure. */
@FunctionalInterface
interface Transform {
  Value apply(Value value);

  /** A step on text; JSON becomes text first, and what is no text any more is left alone. */
  static Transform onText(Function<String, Value> step) {
    return value ->
        switch (value) {
          case Value.Text(var text) -> step.apply(text);
          case Value.Json(var node) -> step.apply(JsonText.of(node));
          case Value.Absent _, Value.Null _, Value.Day _, Value.Moment _, Value.Unfit _ -> value;
        };
  }
}
