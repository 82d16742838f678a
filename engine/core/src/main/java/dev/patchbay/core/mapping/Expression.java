package dev.patchbay.core.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.patchbay.core.event.Envelope;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A compiled CEL expression over {@code event} (the envelope) and {@code data}. It terminates,
 * reaches nothing but the event, and is thread-safe. Loading this class loads the expression
 * language.
 */
public final class Expression {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(4_000)
          .comprehensionMaxIterations(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .build();
  private static final CelType TREE = MapType.create(SimpleType.STRING, SimpleType.DYN);
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).build();

  private final CelRuntime.Program program;

  private Expression(CelRuntime.Program program) {
    this.program = program;
  }

  /** What came of compiling. */
  public sealed interface Compiled {}

  /** It can be evaluated. */
  public record Ready(Expression expression) implements Compiled {}

  /** It cannot; the message says where and why. */
  public record Faulty(String message) implements Compiled {}

  /** Compiles an expression of any type; {@code known} tells which fields events may carry. */
  public static Compiled compile(String text, Predicate<JsonPointer> known) {
    return compile(text, SimpleType.DYN, known);
  }

  /** Compiles an expression that must be true or false. */
  public static Compiled condition(String text, Predicate<JsonPointer> known) {
    return compile(text, SimpleType.BOOL, known);
  }

  /** Evaluates it: a field that the event lacks makes it absent. */
  Value value(Envelope event) {
    try {
      return CelJson.value(evaluate(event));
    } catch (CelEvaluationException e) {
      return e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND
          ? new Value.Absent()
          : new Value.Unfit("expression", words(e));
    }
  }

  /**
   * Evaluates a condition: false where the event lacks a field that it asks for.
   *
   * @throws UnfitEventException if it cannot be told, for example because text is compared with a
   *     number
   */
  public boolean holds(Envelope event) {
    try {
      return evaluate(event) instanceof Boolean it && it;
    } catch (CelEvaluationException e) {
      if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
        return false;
      }
      throw new UnfitEventException(words(e));
    }
  }

  /** An event on which a condition cannot be evaluated; the message is for a person. */
  public static final class UnfitEventException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitEventException(String message) {
      super(message);
    }
  }

  private Object evaluate(Envelope event) throws CelEvaluationException {
    var json = event.json();
    return program.eval(Map.of("event", CelJson.of(json), "data", CelJson.of(json.path("data"))));
  }

  private static Compiled compile(String text, CelType result, Predicate<JsonPointer> known) {
    try {
      var tree = check(text, result);
      var unknown = ExpressionFields.of(tree).filter(known.negate()).findFirst();
      return unknown.isPresent()
          ? new Faulty("asks for " + unknown.get() + ", which no such event carries")
          : new Ready(new Expression(RUNTIME.createProgram(tree)));
    } catch (CelValidationException e) {
      return new Faulty(words(e));
    } catch (CelEvaluationException e) {
      return new Faulty(words(e));
    }
  }

  private static CelAbstractSyntaxTree check(String text, CelType result)
      throws CelValidationException {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addVar("event", TREE)
        .addVar("data", TREE)
        .setResultType(result)
        .build()
        .compile(text)
        .getAst();
  }

  private static String words(CelValidationException e) {
    var first = e.getErrors().getFirst();
    return "is no valid expression: %s (column %d)"
        .formatted(first.getMessage(), first.getSourceLocation().getColumn() + 1);
  }

  private static String words(CelEvaluationException e) {
    return "cannot be evaluated: " + JsonText.shown(String.valueOf(e.getMessage()));
  }
}
