package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Formats;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Rendered;
import dev.patchbay.documents.jinja.value.Values;
import java.util.function.IntPredicate;

/** Signs between two values. */
final class Operators {
  private Operators() {}

  static Object apply(String sign, Object left, Object right) {
    return switch (sign) {
      case "+" -> Arithmetic.add(left, right);
      case "-" -> Arithmetic.subtract(left, right);
      case "*" -> Arithmetic.multiply(left, right);
      case "/" -> Arithmetic.divide(left, right);
      case "//" -> Arithmetic.floorDivide(left, right);
      case "%" -> percent(left, right);
      case "**" -> Arithmetic.power(left, right);
      case "~" -> concat(left, right);
      default -> throw new IllegalStateException("no operator " + sign);
    };
  }

  private static Object percent(Object left, Object right) {
    return switch (left) {
      case String format -> Formats.percent(format, right);
      case Markup(var format) -> new Markup(Formats.percent(format, Markup.escaped(right)));
      default -> Arithmetic.remainder(left, right);
    };
  }

  /** What is no number comes neither before nor behind one. */
  private static boolean ordered(Object left, Object right, IntPredicate wanted) {
    int order = Values.compare(left, right);
    return !isNan(left) && !isNan(right) && wanted.test(order);
  }

  private static boolean isNan(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  private static Object concat(Object left, Object right) {
    return left instanceof Rendered || right instanceof Rendered
        ? new Markup(Markup.of(left).text() + Markup.of(right).text())
        : PythonText.str(left) + PythonText.str(right);
  }

  static boolean holds(String sign, Object left, Object right) {
    return switch (sign) {
      case "==" -> Values.equal(left, right);
      case "!=" -> !Values.equal(left, right);
      case "<" -> ordered(left, right, order -> order < 0);
      case "<=" -> ordered(left, right, order -> order <= 0);
      case ">" -> ordered(left, right, order -> order > 0);
      case ">=" -> ordered(left, right, order -> order >= 0);
      case "in" -> Values.contains(right, left);
      case "not in" -> !Values.contains(right, left);
      default -> throw new IllegalStateException("no comparison " + sign);
    };
  }
}
