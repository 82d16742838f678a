package dev.patchbay.core.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.event.Envelope;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A compiled CEL expression over {@code event} (the envelope), {@code data} and, unless it is a
 * condition, {@code enriched} (what was fetched). It terminates, reaches nothing but these, and is
 * thread-safe. Loading this class loads the expression language.
 */
public final class Expression {
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(4_000)
          .comprehensionMaxIterations(10_000)
          .enableHeterogeneousNumericComparisons(true)
          .build();
  private static final CelType TREE = MapType.create(SimpleType.STRING, SimpleType.DYN);
  private static final CelCompiler VALUE =
      compiler(SimpleType.DYN).addVar(Enriched.ROOT, TREE).build();

  /** Routes filter what comes in: nothing is fetched yet. */
  private static final CelCompiler CONDITION = compiler(SimpleType.BOOL).build();

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
    return compile(text, VALUE, known);
  }

  /** Compiles an expression that must be true or false. */
  public static Compiled condition(String text, Predicate<JsonPointer> known) {
    return compile(text, CONDITION, known);
  }

  /** Evaluates it: a field that the event lacks makes it absent. */
  Value value(Envelope event, ObjectNode enriched) {
    try {
      return CelJson.value(evaluate(event, enriched));
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
      return evaluate(event, Enriched.NOTHING.found()) instanceof Boolean it && it;
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

  private Object evaluate(Envelope event, ObjectNode enriched) throws CelEvaluationException {
    var json = event.json();
    return program.eval(
        Map.of(
            "event",
            CelJson.of(json),
            "data",
            CelJson.of(json.path("data")),
            Enriched.ROOT,
            CelJson.of(enriched)));
  }

  private static Compiled compile(String text, CelCompiler compiler, Predicate<JsonPointer> known) {
    try {
      var tree = compiler.compile(text).getAst();
      var unknown = ExpressionFields.of(tree).filter(known.negate()).findFirst();
      return unknown.isPresent()
          ? new Faulty("asks for " + unknown(unknown.get()))
          : new Ready(new Expression(RUNTIME.createProgram(tree)));
    } catch (CelValidationException e) {
      return new Faulty(words(e));
    } catch (CelEvaluationException e) {
      return new Faulty(words(e));
    }
  }

  private static String unknown(JsonPointer pointer) {
    return Enriched.isBelow(pointer)
        ? pointer + ", an enrichment that this route does not have"
        : pointer + ", which no such event carries";
  }

  private static CelCompilerBuilder compiler(CelType result) {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setOptions(OPTIONS)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .addVar("event", TREE)
        .addVar("data", TREE)
        .setResultType(result);
  }

  private static String words(CelValidationException e) {
    var first = e.getErrors().getFirst();
    if (first.getMessage().contains("undeclared reference to '" + Enriched.ROOT + "'")) {
      return "asks for what is fetched after events were filtered; use fields of the event";
    }
    return "is no valid expression: %s (column %d)"
        .formatted(first.getMessage(), first.getSourceLocation().getColumn() + 1);
  }

  private static String words(CelEvaluationException e) {
    return "cannot be evaluated: " + JsonText.shown(String.valueOf(e.getMessage()));
  }
}
