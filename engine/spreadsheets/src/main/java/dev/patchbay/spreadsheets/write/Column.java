package dev.patchbay.spreadsheets.write;

/**
 * A column of a table.
 *
 * @param header first row of a sheet or file, and the key in JSON; 1 to 255 characters, none of
 *     them a control character
 * @param format how a workbook shows it, as a format code of Excel such as {@code #,##0.00 "€"};
 *     empty: as is usual for type and language
 * @param width in characters, 0 to 255; 0: as is usual for the type
 */
public record Column(String header, ColumnType type, String format, int width) {
  private static final int MOST_CHARS = 255;

  /** Checks each. */
  public Column {
    if (header.isBlank() || header.length() > MOST_CHARS) {
      throw new IllegalArgumentException(
          "header: '%s' must have 1 to 255 characters".formatted(header));
    }
    if (header.chars().anyMatch(Column::isUnfit) || LoneSurrogate.isIn(header)) {
      throw new IllegalArgumentException(
          "header: '%s' holds control characters or half characters; leave them out"
              .formatted(header.strip()));
    }
    if (format.length() > MOST_CHARS || format.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "format: of column '%s' must be a format code of up to 255 characters".formatted(header));
    }
    if (width < 0 || width > MOST_CHARS) {
      throw new IllegalArgumentException(
          "width: of column '%s' must be 0 to 255 characters, not %d".formatted(header, width));
    }
  }

  /** With the usual format and width. */
  public static Column of(String header, ColumnType type) {
    return new Column(header, type, "", 0);
  }

  /** U+FFFE and U+FFFF are no characters. */
  private static boolean isUnfit(int unit) {
    return Character.isISOControl(unit) || unit >= 0xfffe;
  }
}
