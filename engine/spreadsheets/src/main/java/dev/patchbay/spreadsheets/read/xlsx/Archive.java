package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Limits;
import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The ZIP archive of a workbook, checked before anything is unpacked. */
final class Archive implements AutoCloseable {
  private static final Pattern METHOD = Pattern.compile("bad compression method: (\\d+)");

  private final ZipFile zip;
  private final Limits limits;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private Archive(ZipFile zip, Limits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  static Archive open(Path file, Limits limits) throws IOException {
    var archive = new Archive(zip(file), limits);
    try {
      archive.checkEntries();
      return archive;
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | IllegalArgumentException e) {
      return named(file, e);
    }
  }

  /**
   * Some producers name pictures in an encoding of their own, which is no UTF-8. The parts that are
   * read have names in ASCII, so any encoding that takes all bytes will do.
   */
  private static ZipFile named(Path file, Exception inUtf8) throws IOException {
    if (!String.valueOf(inUtf8.getMessage()).contains("bad entry name")) {
      throw unreadable(String.valueOf(inUtf8.getMessage()));
    }
    try {
      return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    } catch (ZipException | IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Refusal unreadable(String message) {
    if (message.contains("encrypted")) {
      return new Refusal(
          "The archive is encrypted: a password protects it. Unpack it, or save the workbook"
              + " again without a password.");
    }
    var method = METHOD.matcher(message);
    return method.find()
        ? new Refusal(
            "The archive is packed with %s, which no workbook is. Open it in your spreadsheet program and save it as .xlsx, or pack it anew as ZIP with Deflate."
                .formatted(packing(method.group(1))))
        : Refusal.damaged("it is no whole archive, perhaps it was not downloaded to its end");
  }

  /** Names of methods (PKWARE APPNOTE, 4.4.5). */
  private static String packing(String method) {
    return switch (method) {
      case "9" -> "Deflate64";
      case "12" -> "bzip2";
      case "14" -> "LZMA";
      case "93" -> "Zstandard";
      case "95" -> "XZ";
      case "98" -> "PPMd";
      default -> "method " + method;
    };
  }

  private void checkEntries() throws Refusal {
    if (zip.size() > limits.entries()) {
      throw bomb(limits);
    }
    long sum = 0;
    for (var each = zip.entries(); each.hasMoreElements(); ) {
      var entry = each.nextElement();
      sum += Math.max(0, entry.getSize());
      checkRatio(entry);
      add(entry);
    }
    if (sum > limits.inflatedBytes()) {
      throw bomb(limits);
    }
  }

  private void checkRatio(ZipEntry entry) throws Refusal {
    if (entry.getSize() > limits.ratioFreeBytes()
        && entry.getSize() / limits.ratio() > Math.max(1, entry.getCompressedSize())) {
      throw bomb(limits);
    }
  }

  private void add(ZipEntry entry) throws Refusal {
    var name = entry.getName().replace('\\', '/');
    if (PartName.escapes(name)) {
      throw new Refusal(
          "The file is unsafe: a part of it points outside of the file. Do not use it; ask where it"
              + " comes from.");
    }
    if (!entry.isDirectory() && entries.put(key(name), entry) != null) {
      throw new Refusal(
          "The file is unsafe: its part '%s' is there twice, so programs may see different things in it. Open it in your spreadsheet program, look whether it is right, and save it again as .xlsx."
              .formatted(name));
    }
  }

  static Refusal bomb(Limits limits) {
    return new Refusal(
        "The file is unsafe: it unpacks to far more than a workbook needs (a decompression bomb), or is too large. At most %,d MB in %,d parts are read, and no part more than %d times its packed size. Split it into several files, or ask where it comes from."
            .formatted(limits.inflatedBytes() >> 20, limits.entries(), limits.ratio()));
  }

  /** Names of parts do not care about case (ECMA-376 part 2, 9.1.1). */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** A part as it is unpacked. */
  Optional<InputStream> part(String name) throws IOException {
    var entry = entries.get(key(name));
    if (entry == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PartStream(zip.getInputStream(entry), entry, limits));
    } catch (ZipException e) {
      throw Refusal.damaged("its part '" + name + "' cannot be unpacked");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
