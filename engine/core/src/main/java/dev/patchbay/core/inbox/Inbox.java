package dev.patchbay.core.inbox;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.UuidV7;
import dev.patchbay.core.route.Router;
import dev.patchbay.model.event.EventReceipt;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Accepts events: checks and routes them on the caller's thread, commits what waits together, and
 * answers after the commit. Thread-safe.
 */
public final class Inbox implements AutoCloseable {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final Contracts contracts;
  private final Router router;
  private final PostQueue queue;
  private final GroupCommit commit;
  private final Thread writer;

  private Inbox(Contracts contracts, Router router, PostQueue queue, GroupCommit commit) {
    this.contracts = contracts;
    this.router = router;
    this.queue = queue;
    this.commit = commit;
    // no virtual thread: those may all be computing, and every caller waits for this one
    this.writer = Thread.ofPlatform().daemon().name("inbox-writer").start(commit);
  }

  /**
   * What an inbox writes with.
   *
   * @param awakened told of the lanes that got work, after each commit; must be quick
   */
  public record Writing(
      InboxStore store, UuidV7 ids, Consumer<Set<Integer>> awakened, InboxLimits limits) {}

  /** Opens an inbox and starts its writer. */
  public static Inbox open(Contracts contracts, Router router, Writing writing) {
    var queue = new PostQueue(writing.limits());
    var commit =
        new GroupCommit(
            queue, writing.store(), writing.ids(), writing.awakened(), writing.limits());
    return new Inbox(contracts, router, queue, commit);
  }

  /**
   * Takes events that came together.
   *
   * @param intake channel they came by
   */
  public Admission accept(List<Envelope> envelopes, String intake) {
    return store(decide(envelopes), intake);
  }

  /** Checks and routes events: most of the work, and none of it waits. */
  public Decided decide(List<Envelope> envelopes) {
    return new Decided(envelopes.stream().map(this::decided).toList());
  }

  /** Takes events that came together and are decided. */
  public Admission store(Decided decided, String intake) {
    var answer = new CompletableFuture<List<EventReceipt>>();
    if (decided.events().isEmpty()) {
      answer.complete(List.of());
      return new Admission.Admitted(answer);
    }
    return queue.offer(new Post(intake, decided.events(), answer))
        ? new Admission.Admitted(answer)
        : new Admission.Overloaded(RETRY_AFTER);
  }

  /** Takes no more, commits what waits within ten seconds, and fails what is left. */
  @Override
  public void close() {
    queue.close();
    if (!isDone(DRAIN)) {
      commit.hurry();
      writer.interrupt();
      isDone(DRAIN);
      failTheRest();
    }
  }

  private Post.Event decided(Envelope envelope) {
    var faults = contracts.validate(envelope.type(), envelope.json().path("data"));
    if (!faults.isEmpty()) {
      return new Post.Event(envelope, List.of(), faults);
    }
    var match = router.match(envelope);
    return match.faults().isEmpty()
        ? new Post.Event(envelope, match.routed(), List.of())
        : new Post.Event(envelope, List.of(), match.faults());
  }

  private boolean isDone(Duration within) {
    try {
      return writer.join(within);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void failTheRest() {
    try {
      for (var left = queue.gather(); !left.isEmpty(); left = queue.gather()) {
        var stopped = new CancellationException("the inbox was closed");
        new GatheredBatch(left).fail(new InboxUnavailableException(stopped));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
