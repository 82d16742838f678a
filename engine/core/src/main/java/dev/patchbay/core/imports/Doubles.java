package dev.patchbay.core.imports;

/**
 * Which row of a file had a key first. Twenty bytes a row, and twice as many at most for room: a
 * million rows take 40 MB. Used by one thread at a time.
 */
public final class Doubles {
  private static final int FIRST_CAPACITY = 1 << 10;

  private long[] high = new long[FIRST_CAPACITY];
  private long[] low = new long[FIRST_CAPACITY];
  private int[] rows = new int[FIRST_CAPACITY];
  private int size;

  /**
   * Notes a row.
   *
   * @param row from 1
   * @return the row that had this key before, 0 if none had
   */
  public int note(RowKey key, int row) {
    int place = place(key, high, low, rows);
    if (rows[place] != 0) {
      return rows[place];
    }
    put(key, row, place);
    if (++size * 2 > rows.length) {
      grow();
    }
    return 0;
  }

  private void put(RowKey key, int row, int place) {
    high[place] = key.high();
    low[place] = key.low();
    rows[place] = row;
  }

  private static int place(RowKey key, long[] high, long[] low, int[] rows) {
    int mask = rows.length - 1;
    int place = (int) key.low() & mask;
    while (rows[place] != 0 && (high[place] != key.high() || low[place] != key.low())) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    var oldHigh = high;
    var oldLow = low;
    var oldRows = rows;
    high = new long[oldRows.length * 2];
    low = new long[oldRows.length * 2];
    rows = new int[oldRows.length * 2];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        var key = new RowKey(oldHigh[i], oldLow[i]);
        put(key, oldRows[i], place(key, high, low, rows));
      }
    }
  }
}
