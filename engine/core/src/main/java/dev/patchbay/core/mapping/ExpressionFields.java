package dev.patchbay.core.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.patchbay.core.enrich.Enriched;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields of the event, and of what was fetched for it, that an expression asks for by name. */
final class ExpressionFields {
  private ExpressionFields() {}

  /** Pointers as mappings write them, shortest first. */
  static Stream<JsonPointer> of(CelAbstractSyntaxTree tree) {
    return CelNavigableAst.fromAst(tree)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .flatMap(expr -> step(expr).stream())
        .distinct()
        .sorted((a, b) -> Integer.compare(a.toString().length(), b.toString().length()));
  }

  private static Optional<JsonPointer> pointer(CelExpr expr) {
    if (expr.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
      return step(expr);
    }
    return switch (expr.ident().name()) {
      case "event" -> Optional.of(JsonPointer.empty());
      case "data", Enriched.ROOT ->
          Optional.of(JsonPointer.empty().appendProperty(expr.ident().name()));
      default -> Optional.empty();
    };
  }

  private static Optional<JsonPointer> step(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case SELECT ->
          pointer(expr.select().operand()).map(it -> it.appendProperty(expr.select().field()));
      case CALL -> indexed(expr.call());
      default -> Optional.empty();
    };
  }

  private static Optional<JsonPointer> indexed(CelExpr.CelCall call) {
    if (!call.function().equals("_[_]")) {
      return Optional.empty();
    }
    var index = call.args().get(1);
    if (index.exprKind().getKind() != CelExpr.ExprKind.Kind.CONSTANT
        || index.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
      return Optional.empty();
    }
    return pointer(call.args().getFirst())
        .map(it -> it.appendProperty(index.constant().stringValue()));
  }
}
