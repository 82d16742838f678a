package dev.patchbay.documents;

import java.util.List;

/** What has become of a template file. */
public sealed interface Preparation {
  /** It can be rendered. */
  record Ready(FileTemplate template) implements Preparation {}

  /**
   * It cannot.
   *
   * @param problems all that is wrong with it
   */
  record Refused(List<TemplateProblem> problems) implements Preparation {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
