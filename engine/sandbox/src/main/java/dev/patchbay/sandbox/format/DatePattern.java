package dev.patchbay.sandbox.format;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A date or time pattern such as {@code yyyy-mm-dd}, {@code h:mm:ss am/pm}, {@code [h]:mm}. */
final class DatePattern {

  private static final Pattern DATE_LETTERS = Pattern.compile("(?i)[ymdhs]");
  private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^hms][^\\]]*]");

  private record Token(char kind, int length, String text) {}

  private final List<Token> tokens;
  private final Locale locale;
  private final boolean twelveHours;

  DatePattern(String pattern, Locale locale) {
    this.tokens = markMinutes(tokenize(pattern));
    this.locale = locale;
    this.twelveHours = tokens.stream().anyMatch(t -> t.kind == 'a');
  }

  static boolean looksLikeDate(String pattern) {
    String bare = LITERALS.matcher(pattern).replaceAll("");
    return DATE_LETTERS.matcher(bare).find() && bare.indexOf('0') < 0 && bare.indexOf('#') < 0;
  }

  String format(double serial) {
    LocalDateTime moment = Serial.toDateTime(serial);
    StringBuilder text = new StringBuilder();
    tokens.forEach(token -> text.append(show(token, moment, serial)));
    return text.toString();
  }

  private String show(Token token, LocalDateTime moment, double serial) {
    return switch (token.kind) {
      case 'y' -> token.length <= 2 ? pad(moment.getYear() % 100, 2) : pad(moment.getYear(), 4);
      case 'M' -> month(token.length, moment);
      case 'd' -> day(token.length, moment);
      case 'h' ->
          pad(twelveHours ? (moment.getHour() + 11) % 12 + 1 : moment.getHour(), token.length);
      case 'm' -> pad(moment.getMinute(), token.length);
      case 's' -> pad(moment.getSecond(), token.length);
      case 'f' -> pad(moment.getNano() / 1_000_000, 3).substring(0, Math.min(3, token.length));
      case 'a' -> meridiem(token, moment);
      case 'H' -> pad((long) Math.floor(Math.round(serial * 86_400) / 3_600.0), token.length);
      case 'N' -> pad((long) Math.floor(Math.round(serial * 86_400) / 60.0), token.length);
      case 'S' -> pad(Math.round(serial * 86_400), token.length);
      default -> token.text;
    };
  }

  private String month(int length, LocalDateTime moment) {
    return switch (length) {
      case 1, 2 -> pad(moment.getMonthValue(), length);
      case 3 -> moment.getMonth().getDisplayName(TextStyle.SHORT, locale);
      case 5 -> moment.getMonth().getDisplayName(TextStyle.NARROW, locale);
      default -> moment.getMonth().getDisplayName(TextStyle.FULL, locale);
    };
  }

  private String day(int length, LocalDateTime moment) {
    return switch (length) {
      case 1, 2 -> pad(moment.getDayOfMonth(), length);
      case 3 -> moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
      default -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    };
  }

  private static String meridiem(Token token, LocalDateTime moment) {
    String mark = moment.getHour() < 12 ? "AM" : "PM";
    return token.length < 5 ? mark.substring(0, 1) : mark;
  }

  private static String pad(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  private static List<Token> tokenize(String pattern) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < pattern.length()) {
      Token token = token(pattern, i);
      tokens.add(token);
      i += token.text.length();
    }
    return tokens.stream().map(DatePattern::unquoted).toList();
  }

  private static Token token(String pattern, int at) {
    char c = Character.toLowerCase(pattern.charAt(at));
    String rest = pattern.substring(at);
    if (c == '"') {
      int end = pattern.indexOf('"', at + 1);
      return new Token('"', 0, end < 0 ? rest : pattern.substring(at, end + 1));
    }
    if (c == '\\' && rest.length() > 1) {
      return new Token('\\', 0, rest.substring(0, 2));
    }
    if (c == '[' && rest.indexOf(']') > 1) {
      return elapsed(rest.substring(0, rest.indexOf(']') + 1));
    }
    if (rest.regionMatches(true, 0, "am/pm", 0, 5)) {
      return new Token('a', 5, rest.substring(0, 5));
    }
    if (rest.regionMatches(true, 0, "a/p", 0, 3)) {
      return new Token('a', 3, rest.substring(0, 3));
    }
    if (c == '.' && rest.length() > 1 && rest.charAt(1) == '0') {
      return new Token('.', 1, ".");
    }
    int length = run(pattern, at);
    char kind = c == '0' ? 'f' : "ymdhs".indexOf(c) >= 0 ? c : '.';
    return new Token(kind, length, kind == '.' ? rest.substring(0, 1) : rest.substring(0, length));
  }

  private static Token elapsed(String bracket) {
    char kind =
        switch (Character.toLowerCase(bracket.charAt(1))) {
          case 'h' -> 'H';
          case 'm' -> 'N';
          case 's' -> 'S';
          default -> '[';
        };
    return new Token(kind, bracket.length() - 2, bracket);
  }

  private static int run(String pattern, int at) {
    int end = at + 1;
    while (end < pattern.length()
        && Character.toLowerCase(pattern.charAt(end))
            == Character.toLowerCase(pattern.charAt(at))) {
      end++;
    }
    return end - at;
  }

  private static Token unquoted(Token token) {
    return switch (token.kind) {
      case '"' -> new Token('.', 0, token.text.replace("\"", ""));
      case '\\' -> new Token('.', 0, token.text.substring(1));
      case '[' -> new Token('.', 0, "");
      default -> token;
    };
  }

  /** {@code m} is a month unless hours stand before it or seconds after it. */
  private static List<Token> markMinutes(List<Token> tokens) {
    List<Token> marked = new ArrayList<>(tokens);
    for (int i = 0; i < marked.size(); i++) {
      Token token = marked.get(i);
      if (token.kind == 'm' && !besidesTime(marked, i)) {
        marked.set(i, new Token('M', token.length, token.text));
      }
    }
    return marked;
  }

  private static boolean besidesTime(List<Token> tokens, int at) {
    return "hH".indexOf(neighbour(tokens, at, -1)) >= 0
        || "sS".indexOf(neighbour(tokens, at, 1)) >= 0;
  }

  private static char neighbour(List<Token> tokens, int at, int step) {
    for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
      if (tokens.get(i).kind != '.') {
        return tokens.get(i).kind;
      }
    }
    return '.';
  }
}
