package dev.patchbay.model.job;

/** How a file of rows is written. */
public enum ExportFormat {
  XLSX,
  CSV,
  TSV,
  /** One JSON object a line. */
  JSONL
}
