package dev.patchbay.core.event;

/**
 * How large a request with events may be.
 *
 * @param bytes of one body
 * @param batch events of one body
 * @param depth levels of arrays and objects in one body, the batch and the envelope included
 */
public record EventLimits(int bytes, int batch, int depth) {
  /** 4 MiB, 1,000 events, 64 levels. */
  public static final EventLimits DEFAULT = new EventLimits(4 << 20, 1_000, 64);

  public EventLimits {
    if (bytes < 1 || batch < 1 || depth < 3 || depth > 500) {
      throw new IllegalArgumentException("limits of events are out of range: " + bytes);
    }
  }
}
