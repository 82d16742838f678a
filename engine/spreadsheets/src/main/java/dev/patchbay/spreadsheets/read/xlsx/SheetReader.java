package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.Refusal;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.RowHandler;
import dev.patchbay.spreadsheets.SheetSize;

/** Reads the rows of one worksheet. One object reads one sheet once. */
final class SheetReader {
  private static final int MOST_ROWS = 1_048_576;
  private static final Cell UNCOMPUTED = new Cell.Uncomputed();

  private final XmlPart xml;
  private final CellValues values;
  private final Row row = new Row();
  private final Reference reference = new Reference();
  private final Reference style = new Reference();
  private final TypeDecoder type = new TypeDecoder();
  private final TextBuffer value = new TextBuffer();
  private SheetSize size = SheetSize.NONE;
  private long number;
  private boolean isNumbered;
  private int column;

  SheetReader(XmlPart xml, CellValues values) {
    this.xml = xml;
    this.values = values;
  }

  /** Hands over all rows, then reads on to the end: a part that breaks off there is broken. */
  Reading read(RowHandler rows) throws Refusal {
    while (xml.next()) {
      if (xml.isStart("sheetData") && !readData(rows)) {
        return new Reading.Stopped();
      }
    }
    return new Reading.Complete(size);
  }

  private boolean readData(RowHandler rows) throws Refusal {
    while (xml.next() && !xml.isEnd("sheetData")) {
      if (xml.isStart("row")) {
        beginRow();
        readRow();
        if (row.size() > 0 && !handOver(rows)) {
          return false;
        }
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
    return true;
  }

  private boolean handOver(RowHandler rows) {
    size = size.with(row);
    return rows.take(row);
  }

  /** Rows that do not say their number follow the one before, unless their first cell says it. */
  private void beginRow() throws Refusal {
    reference.clear();
    for (int i = 0; i < xml.attributes(); i++) {
      if (xml.attributeName(i).equals("r")) {
        xml.decode(i, reference);
      }
    }
    isNumbered = reference.row() > 0;
    long said = isNumbered ? reference.row() : number + 1;
    if (said <= number) {
      throw Refusal.damaged("row %d comes after row %d".formatted(said, number));
    }
    moveTo(said);
    column = 0;
  }

  private void moveTo(long said) throws Refusal {
    if (said > MOST_ROWS) {
      throw Refusal.tooLarge("it has more than %,d rows".formatted(MOST_ROWS));
    }
    number = said;
    row.begin(number);
  }

  private void readRow() throws Refusal {
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        beginCell();
        row.set(column - 1, readCell());
      } else if (xml.isStart()) {
        xml.skip();
      }
    }
  }

  /** Cells that do not say where they are follow the one before. */
  private void beginCell() throws Refusal {
    reference.clear();
    style.clear();
    type.clear();
    for (int i = 0; i < xml.attributes(); i++) {
      switch (xml.attributeName(i)) {
        case "r" -> xml.decode(i, reference);
        case "s" -> xml.decode(i, style);
        case "t" -> xml.decode(i, type);
        default -> {
          // metadata of other programs
        }
      }
    }
    if (!isNumbered && row.size() == 0 && reference.row() > number) {
      moveTo(reference.row());
    }
    column = reference.column() == 0 ? column + 1 : reference.column();
    if (column > SheetSize.MOST_COLUMNS) {
      throw Refusal.tooManyColumns();
    }
  }

  private Cell readCell() throws Refusal {
    var written = type.type();
    value.clear();
    boolean inValue = false;
    boolean isValued = false;
    boolean isFormula = false;
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isText()) {
        if (inValue) {
          xml.addTextTo(value);
        }
      } else if (xml.isStart("v")) {
        inValue = true;
        isValued = true;
        value.clear();
      } else if (xml.isEnd("v")) {
        inValue = false;
      } else if (xml.isStart("is")) {
        RichText.read(xml, "is", value);
        written = CellType.INLINE;
        isValued = true;
      } else if (xml.isStart()) {
        isFormula |= xml.isStart("f");
        xml.skip();
      }
    }
    if (isFormula && !isValued) {
      return UNCOMPUTED;
    }
    return values.cell(written, style.row(), value);
  }
}
