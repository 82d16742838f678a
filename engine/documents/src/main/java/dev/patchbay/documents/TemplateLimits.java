package dev.patchbay.documents;

import dev.patchbay.documents.jinja.run.Budget;
import java.time.Duration;

/**
 * How much a template may ask of the machine; who made it is not known.
 *
 * @param unpackedBytes all parts of a template or sub-document together
 * @param outputBytes the parts of a document that were rendered together, and the packed file
 * @param budget of the tags of one rendering
 */
public record TemplateLimits(long unpackedBytes, long outputBytes, Budget.Limit budget) {
  /** Enough for hundreds of pages, for somebody who waits for one document. */
  public static final TemplateLimits USUAL =
      new TemplateLimits(200L << 20, 200L << 20, Budget.Limit.USUAL);

  /** For a server that many share: 50 MB, a second, a million rounds of loops. */
  public static final TemplateLimits SHARED =
      new TemplateLimits(100L << 20, 50L << 20, Budget.Limit.USUAL.within(Duration.ofSeconds(1)));

  /** Checks that all are positive. */
  public TemplateLimits {
    if (unpackedBytes < 1 || outputBytes < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
