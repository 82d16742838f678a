package dev.patchbay.documents;

/** What has become of a template file. */
public sealed interface Preparation {
  /** It can be rendered. */
  record Ready(DocumentTemplate template) implements Preparation {}

  /** It cannot. */
  record Refused(TemplateProblem problem) implements Preparation {}
}
