package dev.patchbay.core.inbox;

import dev.patchbay.model.event.EventReceipt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Whether the inbox takes a post. */
public sealed interface Admission {
  /**
   * It does.
   *
   * @param receipts one per event in the order given, after the commit; fails with {@link
   *     InboxUnavailableException} if it cannot be committed in time. Completed on the writer's
   *     thread: what depends on it must be quick or run elsewhere
   */
  record Admitted(CompletionStage<List<EventReceipt>> receipts) implements Admission {}

  /**
   * Too much is waiting, or the inbox is closing; nothing was stored.
   *
   * @param retryAfter when to try again, for {@code Retry-After}
   */
  record Overloaded(Duration retryAfter) implements Admission {}
}
