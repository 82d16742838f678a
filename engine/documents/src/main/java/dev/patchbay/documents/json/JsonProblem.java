package dev.patchbay.documents.json;

/** Data or options that cannot be read; the message names the field and says what it must be. */
public final class JsonProblem extends Exception {
  private static final long serialVersionUID = 1L;

  /** At a field. */
  public JsonProblem(String field, String what) {
    super(field + " " + what);
  }
}
