package dev.patchbay.documents;

/**
 * How much a template may ask of the machine; who made it is not known.
 *
 * @param unpackedBytes all parts of a template or sub-document together
 * @param steps statements and operations of one rendering
 * @param characters of text that one rendering makes, also on the way
 * @param nestedCalls macros and loops that call themselves, inside each other
 */
public record TemplateLimits(long unpackedBytes, long steps, long characters, int nestedCalls) {
  /** Enough for hundreds of pages, and over within seconds. */
  public static final TemplateLimits USUAL =
      new TemplateLimits(200L << 20, 5_000_000, 60_000_000, 50);

  /** Checks that all are positive. */
  public TemplateLimits {
    if (unpackedBytes < 1 || steps < 1 || characters < 1 || nestedCalls < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
