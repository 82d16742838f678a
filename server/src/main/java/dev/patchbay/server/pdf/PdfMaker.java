package dev.patchbay.server.pdf;

import dev.patchbay.core.template.FilledDocument;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes PDF files, each time at the cost of a process. Thread-safe. */
public interface PdfMaker {
  /** Converts a document. */
  PdfAnswer convert(FilledDocument document, PdfOrder order) throws IOException;

  /** Those of some fonts that are not installed; empty where that cannot be told. */
  Optional<List<String>> missing(List<String> fonts) throws IOException;
}
