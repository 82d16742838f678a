package dev.patchbay.model.job;

/** What a file of rows is. */
public enum ExportFormat {
  XLSX,
  CSV,
  TSV,
  /** One JSON object a line. */
  JSONL,
  /** A Word document, made of a template. */
  DOCX,
  /** The same as PDF. */
  PDF;

  /** Whether it is a text of separated values, whose dialect can be chosen. */
  public boolean isSeparated() {
    return this == CSV || this == TSV;
  }

  /** Whether it is made of a template, and no table. */
  public boolean isDocument() {
    return this == DOCX || this == PDF;
  }
}
