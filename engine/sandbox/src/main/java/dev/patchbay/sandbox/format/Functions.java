package dev.patchbay.sandbox.format;

import dev.patchbay.sandbox.sheets.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The functions that formulas may call; an argument is the list of values of a range or one value.
 */
final class Functions {

  private Functions() {}

  static List<Value> call(String name, List<List<Value>> arguments, Instant now) {
    return switch (name) {
      case "IF" -> choose(arguments);
      case "IFERROR" -> orElse(arguments);
      default -> List.of(single(name, arguments, now));
    };
  }

  private static Value single(String name, List<List<Value>> arguments, Instant now) {
    return switch (name) {
      case "SUM" -> Value.of(numbers(arguments).sum());
      case "PRODUCT" -> Value.of(numbers(arguments).reduce(1, (a, b) -> a * b));
      case "AVERAGE" -> Value.of(numbers(arguments).average().orElseThrow(Functions::noNumbers));
      case "MIN" -> Value.of(numbers(arguments).min().orElse(0));
      case "MAX" -> Value.of(numbers(arguments).max().orElse(0));
      case "COUNT" -> Value.of((double) numbers(arguments).count());
      case "COUNTA" -> Value.of(all(arguments).size());
      case "CONCATENATE" -> Value.of(joined("", all(arguments)));
      case "JOIN" ->
          Value.of(
              joined(
                  Operands.text(value(arguments, 0)), all(arguments.subList(1, arguments.size()))));
      case "AND" -> Value.of(all(arguments).stream().allMatch(Operands::truth));
      case "OR" -> Value.of(all(arguments).stream().anyMatch(Operands::truth));
      case "TODAY" -> Value.of(Math.floor(Serial.of(utc(now))));
      case "NOW" -> Value.of(Serial.of(utc(now)));
      case "TRUE" -> Value.of(true);
      case "FALSE" -> Value.of(false);
      case "PI" -> Value.of(Math.PI);
      default -> text(name, arguments);
    };
  }

  private static Value text(String name, List<List<Value>> arguments) {
    return switch (name) {
      case "NOT" -> Value.of(!Operands.truth(value(arguments, 0)));
      case "LEN" -> Value.of(string(arguments).length());
      case "UPPER" -> Value.of(string(arguments).toUpperCase(Locale.ROOT));
      case "LOWER" -> Value.of(string(arguments).toLowerCase(Locale.ROOT));
      case "TRIM" -> Value.of(string(arguments).trim().replaceAll(" +", " "));
      case "HYPERLINK" -> arguments.size() > 1 ? value(arguments, 1) : value(arguments, 0);
      case "T" -> Value.of(string(arguments));
      default -> math(name, arguments);
    };
  }

  private static Value math(String name, List<List<Value>> arguments) {
    return switch (name) {
      case "ABS" -> Value.of(Math.abs(number(arguments, 0)));
      case "INT" -> Value.of(Math.floor(number(arguments, 0)));
      case "SQRT" -> Value.of(Math.sqrt(number(arguments, 0)));
      case "ROUND" -> Value.of(round(arguments, RoundingMode.HALF_UP));
      case "ROUNDUP" -> Value.of(round(arguments, RoundingMode.UP));
      case "ROUNDDOWN" -> Value.of(round(arguments, RoundingMode.DOWN));
      case "POWER" -> Value.of(Math.pow(number(arguments, 0), number(arguments, 1)));
      case "MOD" -> Value.of(modulo(number(arguments, 0), number(arguments, 1)));
      case "DIVIDE" -> Value.of(divide(number(arguments, 0), number(arguments, 1)));
      case "MULTIPLY" -> Value.of(number(arguments, 0) * number(arguments, 1));
      case "ADD" -> Value.of(number(arguments, 0) + number(arguments, 1));
      case "MINUS" -> Value.of(number(arguments, 0) - number(arguments, 1));
      default -> throw new Formula.Broken("NAME", "#NAME?", "Unknown function: '" + name + "'.");
    };
  }

  private static List<Value> choose(List<List<Value>> arguments) {
    int branch = Operands.truth(value(arguments, 0)) ? 1 : 2;
    return branch < arguments.size() ? arguments.get(branch) : List.of(Value.of(false));
  }

  private static List<Value> orElse(List<List<Value>> arguments) {
    if (value(arguments, 0) instanceof Value.Failure) {
      return arguments.size() > 1 ? arguments.get(1) : List.of(Value.of(""));
    }
    return arguments.getFirst();
  }

  private static LocalDateTime utc(Instant now) {
    return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
  }

  /** Numbers of ranges and arguments; text in them is passed over, as SUM does. */
  private static DoubleStream numbers(List<List<Value>> arguments) {
    return all(arguments).stream()
        .filter(Value.Decimal.class::isInstance)
        .mapToDouble(v -> ((Value.Decimal) v).number());
  }

  private static List<Value> all(List<List<Value>> arguments) {
    List<Value> all = new ArrayList<>();
    arguments.forEach(all::addAll);
    return all;
  }

  private static String joined(String delimiter, List<Value> values) {
    return values.stream().map(Operands::text).collect(Collectors.joining(delimiter));
  }

  private static Value value(List<List<Value>> arguments, int index) {
    if (index >= arguments.size()) {
      throw new Formula.Broken("N_A", "#N/A", "Wrong number of arguments.");
    }
    return arguments.get(index).isEmpty() ? Value.of("") : arguments.get(index).getFirst();
  }

  private static double number(List<List<Value>> arguments, int index) {
    return Operands.number(value(arguments, index));
  }

  private static String string(List<List<Value>> arguments) {
    return Operands.text(value(arguments, 0));
  }

  private static double round(List<List<Value>> arguments, RoundingMode mode) {
    int places = arguments.size() > 1 ? (int) number(arguments, 1) : 0;
    return new BigDecimal(Double.toString(number(arguments, 0)))
        .setScale(places, mode)
        .doubleValue();
  }

  private static double modulo(double a, double b) {
    return a - b * Math.floor(divide(a, b));
  }

  private static double divide(double a, double b) {
    if (b == 0) {
      throw new Formula.Broken(
          "DIVIDE_BY_ZERO", "#DIV/0!", "Function DIVIDE parameter 2 cannot be zero.");
    }
    return a / b;
  }

  private static Formula.Broken noNumbers() {
    return new Formula.Broken(
        "DIVIDE_BY_ZERO",
        "#DIV/0!",
        "Evaluation of function AVERAGE caused a divide by zero error.");
  }
}
