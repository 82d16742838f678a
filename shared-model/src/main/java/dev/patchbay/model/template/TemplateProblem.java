package dev.patchbay.model.template;

/**
 * Why a template cannot be used, for a person.
 *
 * @param where "the document, table 1, row 2, cell 3", or "line 3, column 5" of HTML; empty where
 *     it is the file as a whole
 * @param tag as typed; empty where it is no tag
 * @param what is wrong, without a full stop
 * @param advice what to do, a sentence
 */
public record TemplateProblem(String where, String tag, String what, String advice) {
  /** All of it in one line. */
  public String message() {
    var text = new StringBuilder();
    text.append(where.isEmpty() ? "" : "In " + where + ": ");
    text.append(tag.isEmpty() ? "" : tag + " — ");
    return text.append(what).append(". ").append(advice).toString();
  }
}
