package dev.patchbay.documents.jinja;

import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Rendered;

/**
 * What one rendering may still use, over all parts of a document. Not thread-safe; for one
 * rendering.
 */
public final class Budget {
  /** Behind it are characters that mean something else to documents, or nothing to XML. */
  private static final int LAST_PLAIN = 0xFDD0;

  private long steps;
  private long special;
  private long characters;
  private int calls;
  private int depth;
  private final Limit limit;

  /**
   * How much may be used.
   *
   * @param steps statements and operations
   * @param characters of text that is made, also on the way
   * @param calls macros and loops that call themselves, inside each other
   */
  public record Limit(long steps, long characters, int calls) {
    /** Enough for hundreds of pages, and over within seconds. */
    public static final Limit USUAL = new Limit(5_000_000, 60_000_000, 50);
  }

  /** Nothing is used yet. */
  public Budget(Limit limit) {
    this.limit = limit;
  }

  void step() {
    if (++steps > limit.steps()) {
      throw new Fault(
          "the template does more than " + limit.steps() + " steps",
          "Make its loops shorter, or hand in less data.");
    }
  }

  /** Counts text that was made. */
  public void made(long length) {
    characters += length;
    if (characters > limit.characters()) {
      throw new Fault(
          "the document becomes larger than " + limit.characters() + " characters",
          "Make its loops shorter, or hand in less data.");
    }
  }

  /** Whether a character is put out as it is, wherever it stands in text. */
  public static boolean isPlain(int c) {
    return (c >= ' ' && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c < LAST_PLAIN);
  }

  /** How often markup or characters that stand for something were put out by tags so far. */
  public long special() {
    return special;
  }

  /** Notes what a tag puts out. */
  void put(Object value, String shown) {
    if (value instanceof Rendered || !isPlain(shown)) {
      special++;
    }
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  void enterCall() {
    if (++calls > limit.calls()) {
      throw new Fault(
          "macros call each other more than " + limit.calls() + " levels deep",
          "See whether a macro calls itself without end.");
    }
  }

  void leaveCall() {
    calls--;
  }

  void enter() {
    step();
    if (++depth > 600) {
      throw new Fault("a tag is nested too deep", "Make it simpler.");
    }
  }

  void leave() {
    depth--;
  }
}
