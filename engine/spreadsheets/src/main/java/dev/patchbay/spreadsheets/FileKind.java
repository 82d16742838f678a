package dev.patchbay.spreadsheets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** What the first bytes of a file say it is. */
enum FileKind {
  /** A ZIP archive, maybe a workbook. */
  ARCHIVE,
  /** Maybe text. */
  TEXT;

  private static final int DIRECTORY_BYTES = 8192;
  private static final int HEAD_BYTES = 512;
  private static final byte[] ZIP = {'P', 'K'};
  private static final byte[] OLE2 = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  static FileKind of(Path file) throws IOException {
    if (Files.size(file) == 0) {
      throw new Refusal(
          "The file is empty. Save it again in your spreadsheet program, or ask for it to be sent"
              + " again.");
    }
    try (var channel = FileChannel.open(file)) {
      var head = bytes(channel, 0, HEAD_BYTES);
      if (startsWith(head, OLE2)) {
        throw compound(channel, head);
      }
      return isArchive(head) ? ARCHIVE : TEXT;
    }
  }

  /** The letters PK alone may begin a CSV file, too. */
  private static boolean isArchive(byte[] head) {
    return startsWith(head, ZIP) && head.length >= 4 && head[2] < 9 && head[3] < 9;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** An OLE2 container: its directory, whose place the header tells, names what it holds. */
  private static Refusal compound(FileChannel channel, byte[] head) throws IOException {
    if (head.length < HEAD_BYTES) {
      return Refusal.damaged("it ends in the middle");
    }
    var header = ByteBuffer.wrap(head).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int sectorShift = header.getShort(0x1e) == 12 ? 12 : 9;
    long directory = (Integer.toUnsignedLong(header.getInt(0x30)) + 1) << sectorShift;
    var names = new String(bytes(channel, directory, DIRECTORY_BYTES), StandardCharsets.UTF_16LE);
    if (names.contains("EncryptedPackage") || names.contains("EncryptionInfo")) {
      return new Refusal(
          "The workbook is encrypted: a password protects it. Open it in your spreadsheet program,"
              + " remove the password and save it again as .xlsx.");
    }
    if (names.contains("WordDocument")) {
      return new Refusal(
          "The file is an old Word document, not a spreadsheet. Choose another file.");
    }
    return new Refusal(
        "The file is an old Excel workbook (.xls), or a password protects it. Open it in your"
            + " spreadsheet program, remove the password and save it as .xlsx.");
  }

  private static byte[] bytes(FileChannel channel, long position, int count) throws IOException {
    var buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
      // read until it is full or the file ends
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
