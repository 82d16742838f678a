package dev.patchbay.console.viewmodel;

import static dev.patchbay.console.viewmodel.Texts.text;

/** How large a file is, in words. */
public final class FileSize {
  private static final long KILO = 1_000;

  private FileSize() {}

  public static String words(long bytes) {
    if (bytes < KILO) {
      return text("size.bytes", bytes);
    }
    return bytes < KILO * KILO
        ? text("size.kilobytes", bytes / (double) KILO)
        : text("size.megabytes", bytes / (double) (KILO * KILO));
  }
}
