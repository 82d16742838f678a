package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Rendered;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one rendering may still use, over all parts of a document. Not thread-safe; for one
 * rendering.
 */
public final class Budget {
  /** Behind it are characters that mean something else to documents, or nothing to XML. */
  private static final int LAST_PLAIN = 0xFDD0;

  private static final String SHORTER = "Make its loops shorter, or hand in less data.";

  /** How many steps go by between looks at the clock. */
  private static final int STEPS_AT_ONCE = 16;

  private final LongSupplier nanos;
  private final long begun;
  private long steps;
  private long rounds;
  private long special;
  private long characters;
  private int calls;
  private int depth;
  private final Limit limit;

  /**
   * How much may be used.
   *
   * @param steps statements and operations
   * @param rounds of all loops together
   * @param characters of text that is made, also on the way
   * @param calls macros and loops that call themselves, inside each other
   * @param time from the first tag to the last
   */
  public record Limit(long steps, long rounds, long characters, int calls, Duration time) {
    /** Enough for hundreds of pages, and over within seconds. */
    public static final Limit USUAL =
        new Limit(5_000_000, 1_000_000, 60_000_000, 50, Duration.ofMinutes(1));

    /** Checks that all are positive. */
    public Limit {
      if (steps < 1 || rounds < 1 || characters < 1 || calls < 1 || !time.isPositive()) {
        throw new IllegalArgumentException("limits must be positive");
      }
    }

    /** The same in another time. */
    public Limit within(Duration other) {
      return new Limit(steps, rounds, characters, calls, other);
    }
  }

  /** Nothing is used yet; the time begins. */
  public Budget(Limit limit) {
    this(limit, System::nanoTime);
  }

  Budget(Limit limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  void step() {
    if (++steps > limit.steps()) {
      throw new Fault("the template does more than " + limit.steps() + " steps", SHORTER);
    }
    if (steps % STEPS_AT_ONCE == 0 && nanos.getAsLong() - begun > limit.time().toNanos()) {
      throw new Fault("the template takes longer than " + seconds() + " s", SHORTER);
    }
  }

  private String seconds() {
    return BigDecimal.valueOf(limit.time().toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** Counts a round of a loop. */
  void round() {
    step();
    if (++rounds > limit.rounds()) {
      throw new Fault(
          "the loops of the template go round more than " + limit.rounds() + " times", SHORTER);
    }
  }

  /** Counts text that was made. */
  public void made(long length) {
    characters += length;
    if (characters > limit.characters()) {
      throw new Fault(
          "the document becomes larger than " + limit.characters() + " characters", SHORTER);
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
