package dev.patchbay.model.route;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that a route fetches from a core service because the event lacks it. Columns read it
 * from {@code /enriched/NAME/…}, expressions from {@code enriched.NAME}; what is not there leaves a
 * column untouched.
 *
 * @param name lower case letter first, then letters and digits; unique within the route
 * @param service name of the configured service that is asked
 * @param path below the service's address; JSON Pointers into the envelope in braces, for example
 *     {@code /users/{/data/requester/id}}. Where one points at nothing, nothing is fetched
 * @param whenUnavailable what becomes of a row while the service does not answer; WAIT where absent
 * @param keepSeconds how old an answer may be that is used again, 0 to 86,400; 60 where absent
 */
public record Enrichment(
    String name,
    String service,
    String path,
    @JsonProperty(defaultValue = "WAIT") WhenUnavailable whenUnavailable,
    @JsonProperty(defaultValue = "60") Integer keepSeconds) {
  private static final int USUALLY_KEPT = 60;

  public Enrichment {
    whenUnavailable = whenUnavailable == null ? WhenUnavailable.WAIT : whenUnavailable;
    keepSeconds = keepSeconds == null ? Integer.valueOf(USUALLY_KEPT) : keepSeconds;
  }

  /** What becomes of a row while the service does not answer. */
  public enum WhenUnavailable {
    /** It waits, and with it later rows of its key; the others go on. */
    WAIT,
    /** It is delivered; columns that read what is missing stay untouched. */
    DELIVER_WITHOUT
  }
}
