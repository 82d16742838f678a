package dev.patchbay.documents.jinja.value;

/**
 * Unwinds the reader or the rendering of a template where something is wrong. Both texts are for an
 * office worker. It never leaves the library.
 */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Characters that a person reads. */
  private static final int LONGEST = 500;

  private final String what;
  private final String advice;

  /** Without a stack: it is an expected end. Of what names a long value, the front is kept. */
  public Fault(String what, String advice) {
    super(what, null, false, false);
    this.what = what.length() > LONGEST ? front(what) + "…" : what;
    this.advice = advice;
  }

  private static String front(String what) {
    boolean splits = Character.isHighSurrogate(what.charAt(LONGEST - 1));
    return what.substring(0, splits ? LONGEST - 1 : LONGEST);
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
