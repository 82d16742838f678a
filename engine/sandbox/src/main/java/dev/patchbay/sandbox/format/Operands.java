package dev.patchbay.sandbox.format;

import dev.patchbay.sandbox.sheets.model.Value;
import java.util.Locale;

/** How values behave as operands of a formula. */
final class Operands {

  private Operands() {}

  /** A value as a number; blank is 0, numeric text counts, other text is #VALUE!. */
  static double number(Value value) {
    return switch (value) {
      case Value.Decimal(var number) -> number;
      case Value.Bool(var flag) -> flag ? 1 : 0;
      case Value.Failure failure -> throw new Formula.Broken(failure);
      case Value.Text(var text) -> parsed(text);
    };
  }

  private static double parsed(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    try {
      return Double.parseDouble(text.trim());
    } catch (NumberFormatException _) {
      throw new Formula.Broken(
          "VALUE", "#VALUE!", "'" + text + "' is a text and cannot be coerced to a number.");
    }
  }

  static String text(Value value) {
    if (value instanceof Value.Failure failure) {
      throw new Formula.Broken(failure);
    }
    return new NumberFormat(Locale.US).format(value, "", "");
  }

  static boolean compares(Value a, String sign, Value b) {
    int order =
        a instanceof Value.Text && b instanceof Value.Text
            ? text(a).compareToIgnoreCase(text(b))
            : Double.compare(rank(a), rank(b)) != 0
                    && (a instanceof Value.Text || b instanceof Value.Text)
                ? Double.compare(rank(a), rank(b))
                : Double.compare(number(a), number(b));
    return switch (sign) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  private static double rank(Value value) {
    return value instanceof Value.Text(var text) && !text.isEmpty() ? 1 : 0;
  }

  static boolean truth(Value value) {
    return value instanceof Value.Text(var text)
        ? text.equalsIgnoreCase("TRUE")
        : number(value) != 0;
  }

  /**
   * Where the argument that starts at a position ends: at the next comma or bracket of its level.
   */
  static int endOfArgument(String text, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (quoted) {
        continue;
      }
      if (depth == 0 && (c == ',' || c == ';' || c == ')')) {
        return i;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return text.length();
  }
}
