package dev.patchbay.core.imports;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A hash table of keys with their rows, of a fixed number of places; a key is at the place that its
 * bits say, or at the next free one behind. A place is free while its row is 0. Its memory is not
 * Java's: of the machine, or of a file, which the system writes and reads as it has room.
 *
 * @param slots the places, each with the halves of the key and the row
 * @param file that has them, if one does
 */
record KeyTable(Arena arena, MemorySegment slots, Optional<Path> file) implements AutoCloseable {
  private static final int HIGH = 0;
  private static final int LOW = Long.BYTES;
  private static final int ROW = 2 * Long.BYTES;
  private static final int SLOT = 3 * Long.BYTES;
  private static final int BLOCK = 1 << 16;

  /**
   * One without keys.
   *
   * @param places a power of two
   */
  @SuppressWarnings("MustBeClosedChecker") // closed with the table
  static KeyTable inMemory(long places) {
    var arena = Arena.ofShared();
    return new KeyTable(arena, arena.allocate(places * SLOT, Long.BYTES), Optional.empty());
  }

  /**
   * Likewise.
   *
   * @param file is made
   * @throws IOException if it cannot be, such as on a full disk
   */
  @SuppressWarnings("MustBeClosedChecker") // closed with the table
  static KeyTable inFile(Path file, long places) throws IOException {
    var arena = Arena.ofShared();
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      occupy(channel, places * SLOT);
      var slots = channel.map(MapMode.READ_WRITE, 0, places * SLOT, arena);
      return new KeyTable(arena, slots, Optional.of(file));
    } catch (IOException full) {
      arena.close();
      Files.deleteIfExists(file);
      throw full;
    }
  }

  /** A file that only seems to have its size ends the process where the disk is full later. */
  private static void occupy(FileChannel channel, long bytes) throws IOException {
    var zeros = ByteBuffer.allocate(BLOCK);
    for (long left = bytes; left > 0; left -= zeros.limit()) {
      zeros.clear().limit((int) Math.min(left, BLOCK));
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
    }
  }

  long places() {
    return slots.byteSize() / SLOT;
  }

  /** Where a key is, or would be: a table with a free place at least has one for each. */
  long place(RowKey key) {
    long mask = places() - 1;
    long place = key.low() & mask;
    while (row(place) != 0 && !key.equals(key(place))) {
      place = place + 1 & mask;
    }
    return place;
  }

  /** 0 if the place is free. */
  int row(long place) {
    return slots.get(JAVA_INT, place * SLOT + ROW);
  }

  private RowKey key(long place) {
    return new RowKey(
        slots.get(JAVA_LONG, place * SLOT + HIGH), slots.get(JAVA_LONG, place * SLOT + LOW));
  }

  void put(long place, RowKey key, int row) {
    slots.set(JAVA_LONG, place * SLOT + HIGH, key.high());
    slots.set(JAVA_LONG, place * SLOT + LOW, key.low());
    slots.set(JAVA_INT, place * SLOT + ROW, row);
  }

  void copyTo(KeyTable other) {
    for (long place = 0; place < places(); place++) {
      if (row(place) != 0) {
        var key = key(place);
        other.put(other.place(key), key, row(place));
      }
    }
  }

  /** Gives the memory back, and deletes the file. */
  @Override
  public void close() throws IOException {
    arena.close();
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}
