package dev.patchbay.server.dataset;

/** What a caller is told of fields that are hidden from them. */
public final class HiddenFields {
  private HiddenFields() {}

  /** Of a question that looks at one. */
  public static String mustNotUse(String field) {
    return "must not use field '%s', which is hidden from you".formatted(field);
  }

  /** Of a column that is one. */
  public static String isHidden(String field) {
    return "field '%s' is hidden from you; leave it out".formatted(field);
  }

  /** Of a file that shows one. */
  public static String isInFile(String field) {
    return "The file was made with field '%s', which is hidden from you; ask for an export of your own."
        .formatted(field);
  }
}
