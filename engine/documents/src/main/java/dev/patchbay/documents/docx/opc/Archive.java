package dev.patchbay.documents.docx.opc;

import dev.patchbay.documents.jinja.value.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The zip file that a document is, by ECMA-376 part 2 and PKWARE's note. Entries stay packed until
 * they are asked for. Immutable.
 */
public final class Archive {
  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int MOST_ENTRIES = 10_000;
  private static final long MOST_RATIO = 500;
  private static final int RATIO_FREE = 1 << 20;

  /** Where an entry lies, and what the directory says about it. */
  public record Entry(
      String name, int flags, int method, int time, int date, Sizes sizes, int from) {}

  /** Checksum and sizes of an entry. */
  public record Sizes(long crc, int packed, int unpacked) {}

  private final byte[] file;
  private final Map<String, Entry> entries;
  private final long mostBytes;

  private Archive(byte[] file, Map<String, Entry> entries, long mostBytes) {
    this.file = file;
    this.entries = entries;
    this.mostBytes = mostBytes;
  }

  /** Reads the directory; no entry may be larger than this when unpacked, nor all of them. */
  public static Archive of(byte[] file, long mostBytes) {
    try {
      var own = file.clone();
      var bytes = ByteBuffer.wrap(own).order(ByteOrder.LITTLE_ENDIAN);
      return new Archive(own, directory(bytes, mostBytes), mostBytes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      throw damaged();
    }
  }

  public static Fault damaged() {
    return new Fault(
        "the file is no Word document, or it is damaged",
        "Open it in Word, save it again as .docx and try that one.");
  }

  private static Map<String, Entry> directory(ByteBuffer bytes, long mostBytes) {
    int end = end(bytes);
    int count = Short.toUnsignedInt(bytes.getShort(end + 10));
    int at = bytes.getInt(end + 16);
    if (count > MOST_ENTRIES) {
      throw tooLarge("it has " + count + " parts");
    }
    var entries = new LinkedHashMap<String, Entry>();
    long all = 0;
    for (int i = 0; i < count; i++) {
      var entry = entry(bytes, at);
      all += entry.sizes().unpacked();
      if (entries.put(entry.name(), entry) != null) {
        throw damaged();
      }
      at += 46 + lengthsBehind(bytes, at);
    }
    if (all > mostBytes) {
      throw tooLarge("its parts take " + all + " bytes");
    }
    return entries;
  }

  private static int end(ByteBuffer bytes) {
    for (int i = bytes.limit() - 22; i >= Math.max(0, bytes.limit() - 65_557); i--) {
      if (bytes.getInt(i) == END) {
        return i;
      }
    }
    throw damaged();
  }

  private static int lengthsBehind(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at + 28))
        + Short.toUnsignedInt(bytes.getShort(at + 30))
        + Short.toUnsignedInt(bytes.getShort(at + 32));
  }

  private static Entry entry(ByteBuffer bytes, int at) {
    int flags = Short.toUnsignedInt(bytes.getShort(at + 8));
    int method = Short.toUnsignedInt(bytes.getShort(at + 10));
    var sizes =
        new Sizes(
            Integer.toUnsignedLong(bytes.getInt(at + 16)),
            bytes.getInt(at + 20),
            bytes.getInt(at + 24));
    if (bytes.getInt(at) != CENTRAL || (method != 0 && method != 8) || (flags & 1) != 0) {
      throw damaged();
    }
    if (sizes.packed() < 0 || sizes.unpacked() < 0) {
      throw tooLarge("one of its parts is larger than 2 GB");
    }
    if (sizes.unpacked() > RATIO_FREE
        && sizes.unpacked() / Math.max(1, sizes.packed()) > MOST_RATIO) {
      throw tooLarge("one of its parts is a thousand times larger than it says");
    }
    int local = bytes.getInt(at + 42);
    int from =
        local
            + 30
            + Short.toUnsignedInt(bytes.getShort(local + 26))
            + Short.toUnsignedInt(bytes.getShort(local + 28));
    if (bytes.getInt(local) != LOCAL || from + (long) sizes.packed() > bytes.limit()) {
      throw damaged();
    }
    return new Entry(
        name(bytes, at),
        flags,
        method,
        bytes.getShort(at + 12),
        bytes.getShort(at + 14),
        sizes,
        from);
  }

  private static String name(ByteBuffer bytes, int at) {
    var name = new byte[Short.toUnsignedInt(bytes.getShort(at + 28))];
    bytes.get(at + 46, name);
    return new String(name, StandardCharsets.UTF_8);
  }

  private static Fault tooLarge(String what) {
    return new Fault(
        "the document is too large: " + what, "Take pictures out of it, or make them smaller.");
  }

  public Iterable<Entry> entries() {
    return entries.values();
  }

  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** An entry's content, if there is such an entry. */
  public Optional<byte[]> read(String name) {
    return Optional.ofNullable(entries.get(name)).map(this::unpacked);
  }

  private byte[] unpacked(Entry entry) {
    if (entry.sizes().unpacked() > mostBytes) {
      throw tooLarge("one of its parts is");
    }
    var content = new byte[entry.sizes().unpacked()];
    if (entry.method() == 0) {
      System.arraycopy(
          file, entry.from(), content, 0, Math.min(content.length, entry.sizes().packed()));
    } else {
      inflate(entry, content);
    }
    var crc = new CRC32();
    crc.update(content);
    if (crc.getValue() != entry.sizes().crc()) {
      throw damaged();
    }
    return content;
  }

  private void inflate(Entry entry, byte[] content) {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(file, entry.from(), entry.sizes().packed());
      int done = 0;
      while (done < content.length) {
        int more = inflater.inflate(content, done, content.length - done);
        if (more == 0) {
          throw damaged();
        }
        done += more;
      }
    } catch (DataFormatException broken) {
      throw damaged();
    } finally {
      inflater.end();
    }
  }

  /** The packed bytes, to be copied as they are. */
  byte[] packed(Entry entry) {
    return Arrays.copyOfRange(file, entry.from(), entry.from() + entry.sizes().packed());
  }
}
