package dev.patchbay.model.template;

/** What a template is written in; the documents that are made of it are of the same kind. */
public enum TemplateKind {
  /** A Word file. */
  DOCX,
  /** An HTML file, whole in itself. */
  HTML
}
