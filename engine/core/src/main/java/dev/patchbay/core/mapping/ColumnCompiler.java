package dev.patchbay.core.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles one column after the other. Thread-safe. */
final class ColumnCompiler {
  private final TransformParser transforms;
  private final CellConversion conversion;
  private final Privacy privacy;

  ColumnCompiler(Times times, Privacy privacy) {
    this.transforms = new TransformParser(times);
    this.conversion = new CellConversion(times);
    this.privacy = privacy;
  }

  /** Adds the column, or what is wrong with it. */
  void compile(
      ColumnMapping column,
      String at,
      MappingCheck check,
      List<FieldError> errors,
      List<CompiledColumn> into) {
    var source = source(column, at, check, errors);
    var steps = steps(column, at, errors);
    if (source != null) {
      var personal = column.pii() != PiiPolicy.ALLOW;
      into.add(new CompiledColumn(column.id(), column.type(), source, steps, conversion, personal));
    }
  }

  private static @Nullable Source source(
      ColumnMapping column, String at, MappingCheck check, List<FieldError> errors) {
    var pointer = column.source();
    var expression = column.expression();
    if ((pointer == null) == (expression == null)) {
      errors.add(new FieldError(at, "needs either a source or an expression"));
      return null;
    }
    if (pointer != null) {
      return pointed(pointer, column, at, check, errors);
    }
    return computed(String.valueOf(expression), at + "/expression", check, errors);
  }

  private static @Nullable Source pointed(
      String text, ColumnMapping column, String at, MappingCheck check, List<FieldError> errors) {
    try {
      var pointer = JsonPointer.compile(text);
      if (pointer.matches() || !check.knows(pointer)) {
        errors.add(new FieldError(at + "/source", check.unknown(pointer)));
      } else if (column.transforms().isEmpty() && !check.canFit(pointer, column.type())) {
        var message = "does not fit: %s carries %s".formatted(text, check.typesInWords(pointer));
        errors.add(new FieldError(at + "/type", message));
      }
      return at(pointer);
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError(at + "/source", "is no JSON Pointer; write it as /data/status"));
      return null;
    }
  }

  private static Source at(JsonPointer pointer) {
    if (Enriched.isBelow(pointer)) {
      var fetched = pointer.tail();
      return (_, enriched) -> Value.of(enriched.at(fetched));
    }
    return (event, _) -> Value.of(event.json().at(pointer));
  }

  /** Only here are the classes of the expression language loaded. */
  private static @Nullable Source computed(
      String text, String field, MappingCheck check, List<FieldError> errors) {
    return switch (Expression.compile(text, check::knows)) {
      case Expression.Ready(var expression) -> expression::value;
      case Expression.Faulty(var message) -> {
        errors.add(new FieldError(field, message));
        yield null;
      }
    };
  }

  private List<Transform> steps(ColumnMapping column, String at, List<FieldError> errors) {
    var steps = new ArrayList<Transform>();
    for (int i = 0; i < column.transforms().size(); i++) {
      try {
        steps.add(transforms.parse(column.transforms().get(i)));
      } catch (IllegalArgumentException e) {
        errors.add(new FieldError(at + "/transforms/" + i, String.valueOf(e.getMessage())));
      }
    }
    if (column.pii() != PiiPolicy.ALLOW) {
      steps.add(privacy.step(column.pii()));
    }
    return steps;
  }
}
