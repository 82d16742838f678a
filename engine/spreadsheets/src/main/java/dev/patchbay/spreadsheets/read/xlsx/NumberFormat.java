package dev.patchbay.spreadsheets.read.xlsx;

import java.util.Locale;
import java.util.Set;

/**
 * Tells dates from numbers by their format (ECMA-376 part 1, 18.8.30 and 18.8.31). The first
 * section decides that shows something of the value: one may hide it, or put a word in its place.
 * One object reads one format.
 */
final class NumberFormat {
  private static final String ELAPSED = "hms";
  private static final String GENERAL = "General";

  /** What "General" is called elsewhere, and written by programs that should not. */
  private static final Set<String> GENERALS = Set.of("standard", "standaard", "estándar");

  private final String code;
  private int at;
  private boolean digits;
  private boolean elapsed;
  private boolean day;
  private boolean month;
  private boolean clock;
  private boolean era;

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
    return GENERALS.contains(code.toLowerCase(Locale.ROOT))
        ? Meaning.NUMBER
        : new NumberFormat(code).meaning();
  }

  private Meaning meaning() {
    while (at < code.length() && !(code.charAt(at) == ';' && showsValue())) {
      step(Character.toLowerCase(code.charAt(at)));
    }
    if (elapsed || !(day || month || clock || isEra())) {
      return Meaning.NUMBER;
    }
    // With hours or seconds an m is minutes.
    return day || !clock ? Meaning.DAY : Meaning.TIME;
  }

  private boolean showsValue() {
    return digits || elapsed || day || month || clock || era;
  }

  /** An e among digits is the exponent. */
  private boolean isEra() {
    return era && !digits;
  }

  private void step(char c) {
    switch (c) {
      case '"' -> at = after('"');
      case '[' -> bracket();
      case '\\', '_', '*' -> at += 2;
      case 'a' -> morning();
      case 'g' -> general();
      case '0', '#', '?', '@' -> {
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
    era |= c == 'e' || c == 'g';
  }

  /** The number as it is, or the name of an era. */
  private void general() {
    if (code.regionMatches(true, at, GENERAL, 0, GENERAL.length())) {
      at += GENERAL.length();
      digits = true;
    } else {
      letter('g');
      at++;
    }
  }

  /** AM/PM and A/P, in which the m is no month, or the name of the day of the week. */
  private void morning() {
    if (code.regionMatches(true, at, "AM/PM", 0, 5)) {
      at += 5;
      clock = true;
    } else if (code.regionMatches(true, at, "A/P", 0, 3)) {
      at += 3;
      clock = true;
    } else if (code.regionMatches(true, at, "aaa", 0, 3)) {
      at += 3;
      day = true;
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
