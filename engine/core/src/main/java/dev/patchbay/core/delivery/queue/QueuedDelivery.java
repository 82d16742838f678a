package dev.patchbay.core.delivery.queue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open delivery at the head of its lane, with its event.
 *
 * @param seq place in the lane
 * @param tries failed attempts so far
 * @param failed whether it failed or was retried before: such a row may have been overtaken
 * @param payload the envelope as stored
 * @param marks versions of the columns that stand in the target for its key, null if none do
 */
public record QueuedDelivery(
    long seq,
    int route,
    UUID event,
    String key,
    int tries,
    boolean failed,
    byte[] payload,
    @Nullable String marks) {

  /** Its public id: place in the lane and event. */
  public String id(int lane) {
    return lane + "-" + seq + "-" + event;
  }
}
