package dev.patchbay.model.template;

/** What a template is written in; what is made of it is of the same kind. */
public enum TemplateKind {
  /** A Word file. */
  DOCX,
  /** An HTML file, whole in itself. */
  HTML,
  /**
   * A workbook, which is filled with the rows of exports. What others use of events by variables
   * are the columns of its places here, such as {@code Requests[].Title} of a table.
   */
  XLSX
}
