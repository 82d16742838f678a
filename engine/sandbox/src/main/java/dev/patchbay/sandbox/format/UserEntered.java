package dev.patchbay.sandbox.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Value;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text as if a person typed it: formulas, numbers, percents, money, dates, booleans. */
public final class UserEntered {

  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?)(\\$|€|£|¥)?\\s?([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)?(\\.\\d*)?([eE][+-]?\\d{1,3})?\\s?(%)?");

  private static final char NO_BREAK_SPACE = '\u00a0';

  private final DateEntry dates;
  private final DecimalFormatSymbols symbols;

  public UserEntered(String locale, int currentYear) {
    Locale place = Locales.of(locale);
    this.dates = new DateEntry(place, currentYear);
    this.symbols = DecimalFormatSymbols.getInstance(place);
  }

  public Entry parse(String text, Extras old) {
    if (text.startsWith("'")) {
      return new Entry(Value.of(text.substring(1)), null, old);
    }
    if (text.length() > 1 && text.startsWith("=")) {
      return new Entry(null, text, old);
    }
    if (old.get("userEnteredFormat").path("numberFormat").path("type").asText("").equals("TEXT")) {
      return new Entry(Value.of(text), null, old);
    }
    String trimmed = text.trim();
    if (trimmed.equalsIgnoreCase("TRUE") || trimmed.equalsIgnoreCase("FALSE")) {
      return new Entry(Value.of(trimmed.equalsIgnoreCase("TRUE")), null, old);
    }
    return number(trimmed, old)
        .or(() -> dates.parse(trimmed).map(d -> formatted(d.serial(), old, d.type(), d.pattern())))
        .orElseGet(() -> new Entry(Value.of(text), null, old));
  }

  private Optional<Entry> number(String text, Extras old) {
    Matcher matcher = NUMBER.matcher(neutral(text));
    if (!matcher.matches()
        || (matcher.group(4) == null
            && (matcher.group(5) == null || matcher.group(5).length() < 2))) {
      return Optional.empty();
    }
    if (!matcher.group(1).isEmpty() && !matcher.group(3).isEmpty()) {
      return Optional.empty();
    }
    double number = value(matcher);
    if (Double.isInfinite(number)) {
      return Optional.empty();
    }
    return Optional.of(entry(matcher, number, old));
  }

  private static double value(Matcher matcher) {
    String digits =
        Optional.ofNullable(matcher.group(4)).orElse("0").replace(",", "")
            + Optional.ofNullable(matcher.group(5)).orElse("")
            + Optional.ofNullable(matcher.group(6)).orElse("");
    double number = Double.parseDouble(digits);
    boolean negative = (matcher.group(1) + matcher.group(3)).contains("-");
    double signed = negative ? -number : number;
    return matcher.group(7) == null ? signed : signed / 100;
  }

  private static Entry entry(Matcher matcher, double number, Extras old) {
    String decimals = matcher.group(5) == null || matcher.group(5).length() < 2 ? "" : ".00";
    if (matcher.group(2) != null) {
      return formatted(number, old, "CURRENCY", "\"" + matcher.group(2) + "\"#,##0" + decimals);
    }
    if (matcher.group(7) != null) {
      return formatted(number, old, "PERCENT", "0" + decimals + "%");
    }
    if (matcher.group(6) != null) {
      return formatted(number, old, "SCIENTIFIC", "0.00E+00");
    }
    if (matcher.group(4) != null && matcher.group(4).contains(",")) {
      return formatted(number, old, "NUMBER", "#,##0" + decimals);
    }
    return new Entry(Value.of(number), null, old);
  }

  /**
   * The text with the locale's separators replaced by those of en_US, and with a mark that no
   * number has where the locale has no use for one.
   */
  private String neutral(String text) {
    char decimal = symbols.getDecimalSeparator();
    if (decimal == '.') {
      return text;
    }
    StringBuilder neutral = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean group = c == symbols.getGroupingSeparator() || c == NO_BREAK_SPACE;
      neutral.append(c == decimal ? '.' : group ? ',' : c == '.' ? '!' : c);
    }
    return neutral.toString();
  }

  /** A number with the format its spelling asks for, unless the cell already has one. */
  private static Entry formatted(double number, Extras old, String type, String pattern) {
    var format = old.get("userEnteredFormat");
    if (format.has("numberFormat")) {
      return new Entry(Value.of(number), null, old);
    }
    ObjectNode changed = format.isObject() ? format.deepCopy() : Json.object();
    changed.putObject("numberFormat").put("type", type).put("pattern", pattern);
    return new Entry(Value.of(number), null, old.with("userEnteredFormat", changed));
  }
}
