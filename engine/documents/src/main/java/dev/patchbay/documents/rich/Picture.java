package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A picture file. Its bytes are not copied: whoever hands them in must leave them alone.
 *
 * @param bytes the file
 * @param kind of which format
 * @param size in pixels, and pixels per inch
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are compared by nobody
public record Picture(byte[] bytes, Kind kind, Size size) {
  /** Formats that Word shows. */
  public enum Kind {
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg"),
    GIF("gif", "image/gif"),
    BMP("bmp", "image/bmp");

    private final String extension;
    private final String mediaType;

    Kind(String extension, String mediaType) {
      this.extension = extension;
      this.mediaType = mediaType;
    }

    /** Of the file's name. */
    public String extension() {
      return extension;
    }

    /** For the document's list of types. */
    public String mediaType() {
      return mediaType;
    }
  }

  /** Pixels, and pixels per inch. */
  public record Size(int width, int height, int dpiX, int dpiY) {}

  /** Reads the head of a picture; refuses what is none. */
  public static Picture of(byte[] bytes) {
    try {
      return read(bytes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException cut) {
      throw unknown();
    }
  }

  private static Fault unknown() {
    return new Fault(
        "a picture is damaged, or of a format that Word does not show",
        "Hand in PNG, JPEG, GIF or BMP.");
  }

  private static Picture read(byte[] bytes) {
    var head = ByteBuffer.wrap(bytes);
    if (head.getInt(0) == 0x89504E47) {
      return new Picture(bytes, Kind.PNG, png(head));
    }
    if (head.getShort(0) == (short) 0xFFD8) {
      return new Picture(bytes, Kind.JPEG, jpeg(head));
    }
    head.order(ByteOrder.LITTLE_ENDIAN);
    if (bytes[0] == 'G' && bytes[1] == 'I' && bytes[2] == 'F') {
      return new Picture(
          bytes, Kind.GIF, new Size(head.getShort(6) & 0xFFFF, head.getShort(8) & 0xFFFF, 72, 72));
    }
    if (bytes[0] == 'B' && bytes[1] == 'M') {
      return new Picture(
          bytes,
          Kind.BMP,
          new Size(
              head.getInt(18),
              Math.abs(head.getInt(22)),
              perInch(head.getInt(38), 96),
              perInch(head.getInt(42), 96)));
    }
    throw unknown();
  }

  private static int perInch(int perMetre, int otherwise) {
    return perMetre <= 0 ? otherwise : (int) Math.round(perMetre * 0.0254);
  }

  private static Size png(ByteBuffer head) {
    int dpiX = 72;
    int dpiY = 72;
    for (int at = 8; at + 12 <= head.limit(); at += 12 + head.getInt(at)) {
      int type = head.getInt(at + 4);
      if (type == 0x70485973 && head.get(at + 16) == 1) {
        dpiX = perInch(head.getInt(at + 8), 72);
        dpiY = perInch(head.getInt(at + 12), 72);
      }
      if (type == 0x49444154 || head.getInt(at) < 0) {
        break;
      }
    }
    return new Size(head.getInt(16), head.getInt(20), dpiX, dpiY);
  }

  private static Size jpeg(ByteBuffer head) {
    int dpiX = 72;
    int dpiY = 72;
    int at = 2;
    while (true) {
      int marker = head.getShort(at) & 0xFFFF;
      if (marker == 0xFFE0 && head.getInt(at + 4) == 0x4A464946) {
        int unit = head.get(at + 11);
        dpiX = dots(unit, head.getShort(at + 12) & 0xFFFF);
        dpiY = dots(unit, head.getShort(at + 14) & 0xFFFF);
      }
      if (marker >= 0xFFC0
          && marker <= 0xFFCF
          && marker != 0xFFC4
          && marker != 0xFFC8
          && marker != 0xFFCC) {
        return new Size(head.getShort(at + 7) & 0xFFFF, head.getShort(at + 5) & 0xFFFF, dpiX, dpiY);
      }
      at += 2 + (head.getShort(at + 2) & 0xFFFF);
    }
  }

  private static int dots(int unit, int density) {
    return unit == 1 ? density : unit == 2 ? (int) Math.round(density * 2.54) : 72;
  }
}
