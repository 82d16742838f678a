package dev.patchbay.core.imports;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Which row of a file had a key first. The keys of many rows are in a file, so memory does not grow
 * with them; there they take 48 to 96 bytes a row. Used by one thread at a time; closing deletes
 * the file.
 */
public final class Doubles implements AutoCloseable {
  /** These are in memory: 1.5 MB. */
  private static final int FIRST_PLACES = 1 << 16;

  private final Path folder;
  private KeyTable table;
  private long size;

  private Doubles(Path folder, KeyTable table) {
    this.folder = folder;
    this.table = table;
  }

  /**
   * None yet.
   *
   * @param folder for the file
   */
  public static Doubles within(Path folder) {
    return within(folder, FIRST_PLACES);
  }

  static Doubles within(Path folder, int places) {
    return new Doubles(folder, KeyTable.inMemory(places));
  }

  /**
   * Notes a row.
   *
   * @param row from 1
   * @return the row that had this key before, 0 if none had
   * @throws IOException if the file cannot be made larger
   */
  public int note(RowKey key, int row) throws IOException {
    long place = table.place(key);
    if (table.row(place) != 0) {
      return table.row(place);
    }
    table.put(place, key, row);
    if (++size * 2 > table.places()) {
      grow();
    }
    return 0;
  }

  private void grow() throws IOException {
    long places = table.places() * 2;
    var larger = KeyTable.inFile(folder.resolve("keys-" + places), places);
    table.copyTo(larger);
    close();
    table = larger;
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
