package dev.patchbay.pdf;

import java.util.List;

/** What has become of a conversion. */
public sealed interface PdfOutcome {
  /**
   * The file is there.
   *
   * @param converter who made it
   * @param missingFonts fonts of the document that this machine lacks, so that others stand in;
   *     sorted
   * @param leftOut what could not be shown, each for a person to read
   */
  record Made(String converter, List<String> missingFonts, List<String> leftOut)
      implements PdfOutcome {
    /** Copies the lists. */
    public Made {
      missingFonts = missingFonts.stream().sorted().toList();
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * There is none.
   *
   * @param reason what is wrong and what to do, for a person to read
   */
  record Failed(String reason) implements PdfOutcome {}

  /**
   * There is none, as the time was over; on a machine with less to do there may be one.
   *
   * @param reason likewise
   */
  record TooLate(String reason) implements PdfOutcome {}
}
