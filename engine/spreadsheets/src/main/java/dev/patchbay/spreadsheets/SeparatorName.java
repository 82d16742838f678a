package dev.patchbay.spreadsheets;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people call the characters that stand between cells. */
public enum SeparatorName {
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  BAR('|');

  /** What can be said, for messages. */
  public static final String CHOICES =
      "comma, semicolon, tab, bar or one character that is no quote and no line end";

  private final char character;

  SeparatorName(char character) {
    this.character = character;
  }

  /**
   * The character that is meant.
   *
   * @param said a name, upper and lower case being equal, or the character; empty if it is neither
   */
  public static Optional<Character> character(String said) {
    return Stream.of(values())
        .filter(one -> one.name().equalsIgnoreCase(said))
        .map(one -> one.character)
        .findFirst()
        .or(() -> Optional.of(said).filter(SeparatorName::isOne).map(one -> one.charAt(0)));
  }

  /** Whether cells can be told apart by a text. */
  private static boolean isOne(String text) {
    return text.length() == 1
        && "\"\r\n".indexOf(text.charAt(0)) < 0
        && !Character.isSurrogate(text.charAt(0));
  }

  /** The name of a character in lower case; of one without a name itself. */
  public static String of(char character) {
    return Stream.of(values())
        .filter(one -> one.character == character)
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(String.valueOf(character));
  }
}
