package dev.patchbay.spreadsheets.read.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text with one more line at its end, of a character that Unicode keeps free of meaning. Read as
 * separated values it is a record of its own, unless a quote is still open there.
 */
final class EndMarked extends FilterReader {
  private static final String MARK = "\uffff";
  private static final String LINE = "\n" + MARK;

  private boolean ended;
  private int marked;

  EndMarked(Reader text) {
    super(text);
  }

  /** Whether the mark may be in it: it is if there is none behind it. */
  static boolean maybeIn(CsvRecord row) {
    return row.getField(row.getFieldCount() - 1).endsWith(MARK);
  }

  /** Whether it is nothing but the mark: all quotes are closed. */
  static boolean isAllOf(CsvRecord row) {
    return row.getFieldCount() == 1 && row.getField(0).equals(MARK);
  }

  @Override
  public int read() throws IOException {
    var one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = ended ? -1 : super.read(into, offset, length);
    if (read >= 0) {
      return read;
    }
    ended = true;
    int left = Math.min(length, LINE.length() - marked);
    LINE.getChars(marked, marked + left, into, offset);
    marked += left;
    return left == 0 ? -1 : left;
  }
}
