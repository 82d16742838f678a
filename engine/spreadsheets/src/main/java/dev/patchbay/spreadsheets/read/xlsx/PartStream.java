package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Limits;
import dev.patchbay.spreadsheets.Refusal;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The bytes of one part of an archive, counted as they are unpacked: what an archive says about its
 * sizes proves nothing. At the end the checksum is compared, which the JDK leaves to its caller.
 */
final class PartStream extends FilterInputStream {
  /** The longest tag or text between two tags, so that no attribute can fill the memory. */
  private static final int LONGEST_PIECE = 1 << 20;

  private final ZipEntry entry;
  private final Limits limits;
  private final CRC32 sum = new CRC32();
  private long unpacked;
  private long pieceStart;

  PartStream(InputStream bytes, ZipEntry entry, Limits limits) {
    super(bytes);
    this.entry = entry;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = unpack(buffer, offset, length);
    if (count < 0) {
      checkSum();
      return count;
    }
    sum.update(buffer, offset, count);
    unpacked += count;
    checkSize();
    checkPiece(buffer, offset, count);
    return count;
  }

  private int unpack(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (ZipException | EOFException e) {
      throw Refusal.damaged("its part '" + entry.getName() + "' cannot be unpacked");
    }
  }

  private void checkSum() throws Refusal {
    if (entry.getCrc() != sum.getValue()) {
      throw Refusal.damaged("the checksum of its part '" + entry.getName() + "' is wrong");
    }
  }

  private void checkSize() throws Refusal {
    if (unpacked > limits.inflatedBytes()) {
      throw Archive.bomb(limits);
    }
    if (unpacked > limits.ratioFreeBytes()
        && unpacked / limits.ratio() > Math.max(1, entry.getCompressedSize())) {
      throw Archive.bomb(limits);
    }
  }

  /** Looks for the last tag only, so it costs next to nothing. */
  private void checkPiece(byte[] buffer, int offset, int count) throws Refusal {
    for (int i = count - 1; i >= 0; i--) {
      if (buffer[offset + i] == '<') {
        pieceStart = unpacked - count + i;
        return;
      }
    }
    if (unpacked - pieceStart > LONGEST_PIECE) {
      throw Refusal.tooLarge("a single cell or tag in it is longer than a million characters");
    }
  }
}
