package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Limits;
import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells share. They lie in memory as UTF-8 in pages, with four bytes for each
 * besides; those that come often are kept as cells.
 */
final class SharedTexts {
  private static final int PAGE_BITS = 16;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final int KEPT = 4096;

  private final Limits limits;
  private final List<byte[]> pages = new ArrayList<>();
  private final List<int[]> ends = new ArrayList<>();
  private final @Nullable Cell[] kept = new @Nullable Cell[KEPT];
  private final int[] keptIndex = new int[KEPT];
  private int count;
  private int bytes;

  private SharedTexts(Limits limits) {
    this.limits = limits;
  }

  /** Reads the part, if there is one. */
  static SharedTexts read(Archive archive, Workbook workbook, Limits limits) throws IOException {
    var texts = new SharedTexts(limits);
    var part = workbook.sharedStrings().orElse("");
    var stream = archive.part(part);
    if (stream.isPresent()) {
      try (var xml = XmlPart.open(part, stream.get())) {
        texts.readAll(xml);
      }
    }
    return texts;
  }

  private void readAll(XmlPart xml) throws Refusal {
    var buffer = new TextBuffer();
    while (xml.next()) {
      if (xml.isStart("si")) {
        RichText.read(xml, "si", buffer);
        add(buffer.unescaped().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void add(byte[] text) throws Refusal {
    if (text.length > limits.sharedTextBytes() - bytes || count >= limits.sharedTexts()) {
      throw Refusal.tooLarge(
          "it holds more than %,d MB or %,d different texts"
              .formatted(limits.sharedTextBytes() >> 20, limits.sharedTexts()));
    }
    for (int done = 0; done < text.length; ) {
      int place = bytes & (PAGE - 1);
      if (place == 0) {
        pages.add(new byte[PAGE]);
      }
      int fitting = Math.min(PAGE - place, text.length - done);
      System.arraycopy(text, done, pages.getLast(), place, fitting);
      done += fitting;
      bytes += fitting;
    }
    if ((count & (PAGE - 1)) == 0) {
      ends.add(new int[PAGE]);
    }
    ends.getLast()[count & (PAGE - 1)] = bytes;
    count++;
  }

  /** The text at a position, as a cell. */
  Cell cell(long index) throws Refusal {
    if (index < 0 || index >= count) {
      throw Refusal.damaged("a cell refers to a text that is missing");
    }
    int at = (int) index;
    int slot = at & (KEPT - 1);
    var known = kept[slot];
    if (known != null && keptIndex[slot] == at) {
      return known;
    }
    var text = text(at);
    var cell = text.isEmpty() ? Cell.EMPTY : new Cell.Text(text);
    kept[slot] = cell;
    keptIndex[slot] = at;
    return cell;
  }

  private String text(int index) {
    int start = index == 0 ? 0 : end(index - 1);
    int end = end(index);
    if (start >>> PAGE_BITS == Math.max(start, end - 1) >>> PAGE_BITS) {
      return start == end ? "" : textIn(start, end);
    }
    return new String(copy(start, end), StandardCharsets.UTF_8);
  }

  private String textIn(int start, int end) {
    return new String(
        pages.get(start >>> PAGE_BITS), start & (PAGE - 1), end - start, StandardCharsets.UTF_8);
  }

  private byte[] copy(int start, int end) {
    var copy = new byte[end - start];
    for (int from = start; from < end; ) {
      int place = from & (PAGE - 1);
      int length = Math.min(PAGE - place, end - from);
      System.arraycopy(pages.get(from >>> PAGE_BITS), place, copy, from - start, length);
      from += length;
    }
    return copy;
  }

  private int end(int index) {
    return ends.get(index >>> PAGE_BITS)[index & (PAGE - 1)];
  }
}
