package dev.patchbay.pdf;

/** What kind of PDF is asked for. */
public enum PdfKind {
  /** Any that readers show. */
  PLAIN,
  /** PDF/A-2b (ISO 19005-2, level B), for archives: all fonts and colours are within the file. */
  PDF_A_2B
}
