package dev.patchbay.spreadsheets.templates;

import java.util.List;

/** What became of opening a template. */
public sealed interface TemplateCheck {
  /** It can be filled, once. Close it. */
  record Ready(WorkbookTemplate template) implements TemplateCheck {}

  /**
   * It cannot.
   *
   * @param complaints for an office worker, each: what is wrong, and what to do; one at least
   */
  record Refused(List<String> complaints) implements TemplateCheck {
    /** Copies them. */
    public Refused {
      complaints = List.copyOf(complaints);
    }
  }
}
