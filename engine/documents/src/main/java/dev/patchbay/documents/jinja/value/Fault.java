package dev.patchbay.documents.jinja.value;

/**
 * Unwinds the reader or the rendering of a template where something is wrong. Both texts are for an
 * office worker. It never leaves the library.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String advice;

  /** Without a stack: it is an expected end. */
  public Fault(String what, String advice) {
    super(what, null, false, false);
    this.what = what;
    this.advice = advice;
  }

  /** What is wrong, without a full stop. */
  public String what() {
    return what;
  }

  /** What to do, a sentence. */
  public String advice() {
    return advice;
  }
}
