package dev.patchbay.spi.intake;

/**
 * A gap that the broker left: records that the hub should have got and can not get any more, or may
 * not.
 *
 * @param stream where, for example a stream's key or a topic's partition
 * @param detail what is missing as far as is known, and what was done, for a person; equal for the
 *     same incident
 */
public record Incident(Kind kind, String stream, String detail) {
  /** What happened. */
  public enum Kind {
    /**
     * Records were deleted at the broker after they were handed out and before they were stored.
     */
    TRIMMED_WHILE_PENDING,
    /** Records were deleted at the broker before they were handed out to anybody. */
    TRIMMED_UNREAD,
    /** The broker forgot our consumer group; reading began again at what is left. */
    GROUP_LOST,
    /** The stream itself is gone or began anew; what was not read is lost. */
    STREAM_LOST
  }
}
