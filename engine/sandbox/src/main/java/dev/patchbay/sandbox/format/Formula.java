package dev.patchbay.sandbox.format;

import dev.patchbay.sandbox.a1.Target;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.sheets.model.Area;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.sheets.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One formula, read and evaluated in one pass: arithmetic, comparison, text, references and the
 * functions of {@link Functions}. What it does not know is an honest #NAME? or #ERROR!.
 */
final class Formula {

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:(?:'(?:[^']|'')+'|[A-Za-z_][A-Za-z0-9_]*)!)?"
              + "\\$?[A-Za-z]{0,3}\\$?[0-9]*(?::\\$?[A-Za-z]{0,3}\\$?[0-9]*)?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?([eE][+-]?\\d+)?|\\.\\d+");

  /** Ends the evaluation with an error value. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Value.Failure failure;

    Broken(String type, String code, String message) {
      super(message, null, false, false);
      this.failure = new Value.Failure(type, code, message);
    }

    Broken(Value.Failure failure) {
      super(failure.message(), null, false, false);
      this.failure = failure;
    }
  }

  private final String text;
  private final Spreadsheet spreadsheet;
  private final Sheet home;
  private final Shown shown;
  private final Instant now;
  private int at = 1;

  Formula(String text, Spreadsheet spreadsheet, Sheet home, Shown shown, Instant now) {
    this.text = text;
    this.spreadsheet = spreadsheet;
    this.home = home;
    this.shown = shown;
    this.now = now;
  }

  Value evaluate() {
    try {
      List<Value> result = comparison();
      skip();
      if (at < text.length()) {
        throw parseError();
      }
      return result.isEmpty() ? Value.of(0) : result.getFirst();
    } catch (Broken e) {
      return e.failure;
    } catch (ApiError | StackOverflowError _) {
      return new Value.Failure("REF", "#REF!", "Reference does not exist.");
    }
  }

  private List<Value> comparison() {
    List<Value> left = concatenation();
    for (String sign = sign("<=", ">=", "<>", "<", ">", "=");
        !sign.isEmpty();
        sign = sign("<=", ">=", "<>", "<", ">", "=")) {
      left = one(Value.of(Operands.compares(first(left), sign, first(concatenation()))));
    }
    return left;
  }

  private List<Value> concatenation() {
    List<Value> left = sum();
    while (!sign("&").isEmpty()) {
      left = one(Value.of(Operands.text(first(left)) + Operands.text(first(sum()))));
    }
    return left;
  }

  private List<Value> sum() {
    List<Value> left = product();
    for (String sign = sign("+", "-"); !sign.isEmpty(); sign = sign("+", "-")) {
      double a = Operands.number(first(left));
      double b = Operands.number(first(product()));
      left = one(Value.of(sign.equals("+") ? a + b : a - b));
    }
    return left;
  }

  private List<Value> product() {
    List<Value> left = power();
    for (String sign = sign("*", "/"); !sign.isEmpty(); sign = sign("*", "/")) {
      double a = Operands.number(first(left));
      double b = Operands.number(first(power()));
      if (sign.equals("/") && b == 0) {
        throw new Broken(
            "DIVIDE_BY_ZERO", "#DIV/0!", "Function DIVIDE parameter 2 cannot be zero.");
      }
      left = one(Value.of(sign.equals("*") ? a * b : a / b));
    }
    return left;
  }

  private List<Value> power() {
    List<Value> base = unary();
    while (!sign("^").isEmpty()) {
      base = one(Value.of(Math.pow(Operands.number(first(base)), Operands.number(first(unary())))));
    }
    return base;
  }

  private List<Value> unary() {
    String sign = sign("-", "+");
    if (sign.equals("-")) {
      return one(Value.of(-Operands.number(first(unary()))));
    }
    List<Value> value = sign.isEmpty() ? atom() : unary();
    while (!sign("%").isEmpty()) {
      value = one(Value.of(Operands.number(first(value)) / 100));
    }
    return value;
  }

  private List<Value> atom() {
    skip();
    if (!sign("(").isEmpty()) {
      List<Value> inner = comparison();
      expect(")");
      return inner;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      return one(Value.of(quoted()));
    }
    String number = match(NUMBER);
    if (!number.isEmpty() && !isReference(number)) {
      return one(Value.of(Double.parseDouble(number)));
    }
    at -= number.length();
    return named();
  }

  private boolean isReference(String number) {
    return at < text.length()
        && text.charAt(at) == ':'
        && number.chars().allMatch(Character::isDigit);
  }

  private List<Value> named() {
    int start = at;
    String name = match(NAME);
    skip();
    if (!name.isEmpty() && at < text.length() && text.charAt(at) == '(') {
      return function(name.toUpperCase(Locale.ROOT));
    }
    if (name.equalsIgnoreCase("TRUE") || name.equalsIgnoreCase("FALSE")) {
      return one(Value.of(name.equalsIgnoreCase("TRUE")));
    }
    at = start;
    String reference = match(REFERENCE);
    if (reference.length() < name.length()) {
      at = start;
      reference = match(NAME);
    }
    if (reference.isEmpty()) {
      throw parseError();
    }
    return cells(reference);
  }

  private List<Value> function(String name) {
    expect("(");
    List<List<Value>> arguments = new ArrayList<>();
    if (sign(")").isEmpty()) {
      do {
        arguments.add(argument(name));
      } while (!sign(",", ";").isEmpty());
      expect(")");
    }
    return Functions.call(name, arguments, now);
  }

  /** An error in an argument of IFERROR is a value, elsewhere it ends the formula. */
  private List<Value> argument(String name) {
    int start = at;
    try {
      return comparison();
    } catch (Broken e) {
      if (!name.equals("IFERROR")) {
        throw e;
      }
      at = Operands.endOfArgument(text, start);
      return one(e.failure);
    }
  }

  private List<Value> cells(String reference) {
    String plain = reference.replace("$", "");
    Target target;
    try {
      target = Target.find(spreadsheet, plain.contains("!") ? plain : titled(plain));
    } catch (ApiError _) {
      throw plain.contains("!") || plain.matches(".*[0-9].*")
          ? new Broken("REF", "#REF!", "Unresolved sheet name or reference '" + reference + "'.")
          : new Broken("NAME", "#NAME?", "Unknown range name: '" + reference + "'.");
    }
    List<Value> values = new ArrayList<>();
    Area area = target.area();
    int end = Math.min(area.endRow(), Math.max(target.sheet().grid().usedRows(), area.startRow()));
    for (int row = area.startRow(); row < end; row++) {
      for (int column = area.startColumn(); column < area.endColumn(); column++) {
        Value value = shown.value(target.sheet(), row, column);
        if (value instanceof Value.Failure failure) {
          throw new Broken(failure);
        }
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /** A reference without a title means the formula's own tab, unless it is a named range. */
  private String titled(String reference) {
    boolean named =
        spreadsheet.namedRanges().stream()
            .anyMatch(n -> n.path("name").asText().equalsIgnoreCase(reference));
    return named ? reference : "'" + home.title().replace("'", "''") + "'!" + reference;
  }

  private String quoted() {
    StringBuilder inner = new StringBuilder();
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) == '"') {
        if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
          at++;
          return inner.toString();
        }
        at++;
      }
      inner.append(text.charAt(at));
    }
    throw parseError();
  }

  private String match(Pattern pattern) {
    skip();
    Matcher matcher = pattern.matcher(text).region(Math.min(at, text.length()), text.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group();
  }

  private String sign(String... signs) {
    skip();
    for (String sign : signs) {
      if (text.startsWith(sign, at)) {
        at += sign.length();
        return sign;
      }
    }
    return "";
  }

  private void expect(String sign) {
    if (sign(sign).isEmpty()) {
      throw parseError();
    }
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static List<Value> one(Value value) {
    return List.of(value);
  }

  private static Value first(List<Value> values) {
    return values.isEmpty() ? Value.of("") : values.getFirst();
  }

  private static Broken parseError() {
    return new Broken("ERROR", "#ERROR!", "Formula parse error.");
  }
}
