package dev.patchbay.spreadsheets.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipFile;

/** What no writer can do without: the sheet's XML, compressed as ours is. */
final class BareDeflate {
  private static final int LEVEL = 5;

  private BareDeflate() {}

  static long of(Path workbook) throws IOException {
    try (var zip = new ZipFile(workbook.toFile());
        var xml = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
        var deflate =
            new DeflaterOutputStream(OutputStream.nullOutputStream(), new Deflater(LEVEL, true))) {
      return xml.transferTo(deflate);
    }
  }
}
