package dev.patchbay.spreadsheets;

/**
 * How much a file may ask of the machine.
 *
 * @param entries parts in the archive of a workbook
 * @param inflatedBytes all parts together, unpacked
 * @param ratio how many times its packed size a part may take unpacked
 * @param ratioFreeBytes unpacked size up to which the ratio does not matter
 * @param sharedTextBytes text that cells share, in UTF-8; it is held in memory
 * @param sharedTexts how many such texts
 * @param lineChars characters of one row of a CSV file, and of one of its cells
 */
public record Limits(
    int entries,
    long inflatedBytes,
    long ratio,
    long ratioFreeBytes,
    int sharedTextBytes,
    int sharedTexts,
    int lineChars) {
  private static final int MIB = 1 << 20;

  /** What is read within 128 MB of heap. */
  public static final Limits USUAL =
      new Limits(10_000, 1024L * MIB, 100, 10L * MIB, 56 * MIB, 4_000_000, 4 * MIB);

  /** Checks that all are positive. */
  public Limits {
    if (entries < 1 || inflatedBytes < 1 || ratio < 1 || ratioFreeBytes < 0) {
      throw new IllegalArgumentException("limits of the archive must be positive");
    }
    if (sharedTextBytes < 1 || sharedTexts < 1 || lineChars < 1) {
      throw new IllegalArgumentException("limits of the text must be positive");
    }
  }
}
