package dev.patchbay.spreadsheets.read.xlsx;

/**
 * Tells dates from numbers by their format, whose first section decides (ECMA-376 part 1, 18.8.30
 * and 18.8.31). One object reads one format.
 */
final class NumberFormat {
  private static final String ELAPSED = "hms";

  private final String code;
  private int at;
  private boolean digits;
  private boolean elapsed;
  private boolean day;
  private boolean month;
  private boolean clock;

  private NumberFormat(String code) {
    this.code = code;
  }

  /** What the formats mean that are not written down, by their number. */
  static Meaning builtIn(int id) {
    return switch (id) {
      case 14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36 -> Meaning.DAY;
      case 50, 51, 52, 53, 54, 57, 58 -> Meaning.DAY;
      case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> Meaning.TIME;
      default -> Meaning.NUMBER;
    };
  }

  /** What a format means by its code. */
  static Meaning of(String code) {
    return code.equalsIgnoreCase("General") ? Meaning.NUMBER : new NumberFormat(code).meaning();
  }

  private Meaning meaning() {
    while (at < code.length() && code.charAt(at) != ';') {
      step(Character.toLowerCase(code.charAt(at)));
    }
    if (elapsed || !(day || month || clock)) {
      return Meaning.NUMBER;
    }
    // With hours or seconds an m is minutes.
    return day || !clock ? Meaning.DAY : Meaning.TIME;
  }

  private void step(char c) {
    switch (c) {
      case '"' -> at = after('"');
      case '[' -> bracket();
      case '\\', '_', '*' -> at += 2;
      case 'a' -> morning();
      case '0', '#', '?' -> {
        digits = true;
        at++;
      }
      default -> {
        if (!digits || clock) {
          letter(c);
        }
        at++;
      }
    }
  }

  /** Letters behind the places of digits are no part of a date. */
  private void letter(char c) {
    day |= c == 'y' || c == 'd';
    month |= c == 'm';
    clock |= c == 'h' || c == 's';
  }

  /** AM/PM and A/P: the m in it is no month. */
  private void morning() {
    if (code.regionMatches(true, at, "AM/PM", 0, 5)) {
      at += 5;
      clock = true;
    } else if (code.regionMatches(true, at, "A/P", 0, 3)) {
      at += 3;
      clock = true;
    } else {
      at++;
    }
  }

  /** Colours, conditions and languages, or hours that do not end at 24. */
  private void bracket() {
    int end = after(']');
    char first = at + 1 < code.length() ? Character.toLowerCase(code.charAt(at + 1)) : ']';
    elapsed |= ELAPSED.indexOf(first) >= 0 && isOneLetter(first, end);
    at = end;
  }

  private boolean isOneLetter(char letter, int end) {
    for (int i = at + 1; i < end - 1; i++) {
      if (Character.toLowerCase(code.charAt(i)) != letter) {
        return false;
      }
    }
    return true;
  }

  private int after(char close) {
    int end = code.indexOf(close, at + 1);
    return end < 0 ? code.length() : end + 1;
  }
}
