package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Refusal;

/** Makes cells of what is written in them. */
final class CellValues {
  private static final Cell YES = new Cell.Bool(true);
  private static final Cell NO = new Cell.Bool(false);

  private final SharedTexts texts;
  private final Styles styles;
  private final SerialDays days;

  CellValues(SharedTexts texts, Styles styles, SerialDays days) {
    this.texts = texts;
    this.styles = styles;
    this.days = days;
  }

  Cell cell(CellType type, long style, TextBuffer value) throws Refusal {
    if (value.isEmpty()) {
      return Cell.EMPTY;
    }
    return switch (type) {
      case NUMBER -> number(style, value);
      case SHARED -> shared(value);
      case TEXT, INLINE -> new Cell.Text(value.unescaped());
      case BOOL -> Workbook.isTrue(value.toString().strip()) ? YES : NO;
      case ERROR -> new Cell.Failure(value.toString());
      case ISO_DATE -> iso(style, value);
    };
  }

  private Cell number(long style, TextBuffer value) {
    double number = Numbers.of(value);
    return Double.isNaN(number) ? text(value) : days.cell(number, styles.meaning(style));
  }

  /** Some producers put a number into a date cell. */
  private Cell iso(long style, TextBuffer value) {
    double number = Numbers.of(value);
    return Double.isNaN(number)
        ? IsoDates.cell(value.toString().strip())
        : days.cell(number, styles.meaning(style));
  }

  private Cell shared(TextBuffer value) throws Refusal {
    double index = Numbers.of(value);
    return texts.cell(index == Math.rint(index) ? (long) index : -1);
  }

  private static Cell text(TextBuffer value) {
    var text = value.unescaped();
    return text.isBlank() ? Cell.EMPTY : new Cell.Text(text);
  }
}
