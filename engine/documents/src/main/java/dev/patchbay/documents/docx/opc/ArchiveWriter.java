package dev.patchbay.documents.docx.opc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip file in memory. The same content gives the same bytes. Not thread-safe. */
final class ArchiveWriter {
  private static final int UTF_8 = 1 << 11;
  private static final int FIRST_OF_1980 = 0x21;

  /** Of a large table a seventh longer than by zlib's usual 6, in a third of its time. */
  private static final int LEVEL = 3;

  /** Lengths of extra fields and comment, number of the disk, attributes. */
  private static final byte[] NOTHING_MORE = new byte[12];

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
  private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
  private int count;

  /** Copies an entry without unpacking it. */
  void copy(Archive from, Archive.Entry entry) {
    write(entry, from.packed(entry));
  }

  /** Packs a new entry. */
  void add(String name, byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    var packed = deflate(content);
    var sizes = new Archive.Sizes(crc.getValue(), packed.length, content.length);
    write(new Archive.Entry(name, 0, 8, 0, FIRST_OF_1980, sizes, 0), packed);
  }

  private static byte[] deflate(byte[] content) {
    var deflater = new Deflater(LEVEL, true);
    deflater.setInput(content);
    deflater.finish();
    var packed = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }

  private void write(Archive.Entry entry, byte[] packed) {
    int local = out.size();
    var name = entry.name().getBytes(StandardCharsets.UTF_8);
    four(out, 0x04034b50);
    two(out, 20);
    common(out, entry, name.length);
    two(out, 0);
    out.writeBytes(name);
    out.writeBytes(packed);
    four(directory, 0x02014b50);
    two(directory, 20);
    two(directory, 20);
    common(directory, entry, name.length);
    directory.writeBytes(NOTHING_MORE);
    four(directory, local);
    directory.writeBytes(name);
    count++;
  }

  /** Sizes are known, so the flag of a data descriptor (bit 3) goes. */
  private static void common(ByteArrayOutputStream to, Archive.Entry entry, int nameLength) {
    two(to, (entry.flags() & ~8) | UTF_8);
    two(to, entry.method());
    two(to, entry.time());
    two(to, entry.date());
    four(to, (int) entry.sizes().crc());
    four(to, entry.sizes().packed());
    four(to, entry.sizes().unpacked());
    two(to, nameLength);
  }

  private static void two(ByteArrayOutputStream to, int value) {
    to.write(value);
    to.write(value >> 8);
  }

  private static void four(ByteArrayOutputStream to, int value) {
    two(to, value);
    two(to, value >> 16);
  }

  byte[] finish() {
    int start = out.size();
    out.writeBytes(directory.toByteArray());
    four(out, 0x06054b50);
    four(out, 0);
    two(out, count);
    two(out, count);
    four(out, directory.size());
    four(out, start);
    two(out, 0);
    return out.toByteArray();
  }
}
