package dev.patchbay.spreadsheets.write.xlsx;

/** Names of the sheets that one table goes on in: {@code Requests}, {@code Requests (2)}. */
final class SheetNames {
  private static final int MOST_CHARS = 31;
  private static final String UNFIT = "[]:*?/\\";

  private final String name;

  /** Checks what Excel takes. */
  SheetNames(String name) {
    if (name.isBlank() || name.length() > MOST_CHARS) {
      throw new IllegalArgumentException(
          "name: of the sheet must have 1 to 31 characters, not '%s'".formatted(name));
    }
    if (name.chars().anyMatch(c -> UNFIT.indexOf(c) >= 0 || Character.isISOControl(c))) {
      throw new IllegalArgumentException(
          "name: of the sheet must not hold any of [ ] : * ? / \\ or control characters; rename '%s'"
              .formatted(name));
    }
    if (name.startsWith("'") || name.endsWith("'") || name.equalsIgnoreCase("History")) {
      throw new IllegalArgumentException(
          "name: of the sheet must not begin or end with an apostrophe or be 'History'; rename '%s'"
              .formatted(name));
    }
    this.name = name;
  }

  /** The name of a sheet, from 1; cut where the number needs the room. */
  String of(int number) {
    if (number == 1) {
      return name;
    }
    var suffix = " (%d)".formatted(number);
    int end = Math.min(name.length(), MOST_CHARS - suffix.length());
    boolean halves = Character.isHighSurrogate(name.charAt(end - 1));
    return name.substring(0, halves ? end - 1 : end) + suffix;
  }
}
