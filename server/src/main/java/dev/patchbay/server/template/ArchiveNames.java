package dev.patchbay.server.template;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of what is in a ZIP archive, as its directory says (APPNOTE 4.3.12 and 4.3.16). Nothing
 * is unpacked.
 */
final class ArchiveNames {
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_SIZE = 46;

  private ArchiveNames() {}

  /** None where it is no archive; as many as can be read of a damaged one. */
  static List<String> of(byte[] file) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    var names = new ArrayList<String>();
    int at = directory(bytes);
    while (at >= 0 && at <= file.length - ENTRY_SIZE && bytes.getInt(at) == ENTRY) {
      int name = length(bytes, at + 28);
      int rest = length(bytes, at + 30) + length(bytes, at + 32);
      if (name > file.length - ENTRY_SIZE - at) {
        break;
      }
      names.add(new String(file, at + ENTRY_SIZE, name, StandardCharsets.UTF_8));
      at += ENTRY_SIZE + name + rest;
    }
    return names;
  }

  /** Where it begins; less than 0 where there is none. */
  private static int directory(ByteBuffer bytes) {
    int last = bytes.limit() - END_SIZE;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (bytes.getInt(at) == END) {
        return bytes.getInt(at + 16);
      }
    }
    return -1;
  }

  private static int length(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
