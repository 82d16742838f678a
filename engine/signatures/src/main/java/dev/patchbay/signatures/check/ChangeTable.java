package dev.patchbay.signatures.check;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.StringTokenizer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;

/**
 * What the table of a change lists (ISO 32000-2, 7.5.4 and 7.5.8): for each number of an object the
 * generation that is in use from then on. PDFBox passes over objects that are taken out of use, so
 * it is read here.
 */
final class ChangeTable {
  /** Instead of a generation: no object of the number is in use. */
  static final int FREE = -1;

  private static final int TYPE_FREE = 0;
  private static final int TYPE_PLAIN = 1;

  private final Map<Long, Integer> generations = new HashMap<>();

  private ChangeTable() {}

  /** Number by number. */
  Map<Long, Integer> generations() {
    return Map.copyOf(generations);
  }

  /**
   * Reads a table that is written as text.
   *
   * @throws IOException if it is malformed
   */
  static ChangeTable ofText(String section) throws IOException {
    var table = new ChangeTable();
    var words = new StringTokenizer(section);
    try {
      while (words.hasMoreTokens()) {
        long first = Long.parseLong(words.nextToken());
        long count = Long.parseLong(words.nextToken());
        for (long number = first; number < first + count; number++) {
          words.nextToken(); // its place in the file
          int generation = Integer.parseInt(words.nextToken());
          table.put(number, words.nextToken().equals("n") ? generation : FREE);
        }
      }
      return table;
    } catch (NumberFormatException | NoSuchElementException malformed) {
      throw new IOException("no table", malformed);
    }
  }

  /**
   * Reads a table that is a stream of its own.
   *
   * @throws IOException if there is no such stream, or it is malformed
   */
  static ChangeTable ofStream(COSDocument document, COSObjectKey key) throws IOException {
    if (!(document.getObjectFromPool(key).getObject() instanceof COSStream stream)
        || !COSName.XREF.equals(stream.getDictionaryObject(COSName.TYPE))
        || !(stream.getDictionaryObject(COSName.W) instanceof COSArray widths)
        || widths.size() != 3) {
      throw new IOException("no table");
    }
    var table = new ChangeTable();
    try (var in = stream.createInputStream()) {
      var entries = new Entries(in.readAllBytes(), widths);
      var index = sections(stream);
      for (int section = 0; section + 1 < index.length; section += 2) {
        for (long number = index[section]; number < index[section] + index[section + 1]; number++) {
          table.put(number, entries.nextGeneration());
        }
      }
    }
    return table;
  }

  private static long[] sections(COSStream stream) {
    if (!(stream.getDictionaryObject(COSName.INDEX) instanceof COSArray index)) {
      return new long[] {0, stream.getLong(COSName.SIZE)};
    }
    var sections = new long[index.size()];
    for (int i = 0; i < sections.length; i++) {
      sections[i] = index.getInt(i);
    }
    return sections;
  }

  /** The first object is never in use. */
  private void put(long number, int generation) {
    if (number != 0) {
      generations.put(number, generation);
    }
  }

  /** The entries of a stream, one after the other. */
  private static final class Entries {
    private final byte[] bytes;
    private final COSArray widths;
    private int at;

    Entries(byte[] bytes, COSArray widths) throws IOException {
      if (widths.getInt(1) < 1) {
        throw new IOException("no table");
      }
      this.bytes = bytes;
      this.widths = widths;
    }

    int nextGeneration() throws IOException {
      int type = widths.getInt(0) == 0 ? TYPE_PLAIN : field(0);
      field(1);
      int last = field(2);
      return switch (type) {
        case TYPE_FREE -> FREE;
        case TYPE_PLAIN -> last;
        default -> 0;
      };
    }

    private int field(int column) throws IOException {
      int width = widths.getInt(column);
      if (width < 0 || width > bytes.length - at) {
        throw new IOException("no table");
      }
      int value = 0;
      for (int end = at + width; at < end; at++) {
        value = (value << Byte.SIZE) | (bytes[at] & 0xff);
      }
      return value;
    }
  }
}
