package dev.patchbay.pdf;

import java.nio.file.Path;

/**
 * Makes PDF files of documents of one format. A document is not trusted: nothing that it refers to
 * is fetched from the network or elsewhere on this machine. Closing it ends what it has started.
 */
public interface PdfConverter extends AutoCloseable {
  /**
   * Converts one document, or gives up when the time that was set for it is over.
   *
   * @param document its file, which is left as it is
   * @param pdf where the PDF goes; there is one if, and only if, the outcome is {@link
   *     PdfOutcome.Made}
   */
  PdfOutcome convert(Path document, Path pdf, PdfKind kind);

  @Override
  void close();
}
