package dev.patchbay.core.enrich;

import dev.patchbay.core.enrich.Fetcher.Wish;
import dev.patchbay.core.service.Answer;
import dev.patchbay.spi.Deadline;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches for one batch: a few virtual threads for each service take one wish after the other until
 * the deadline. What was begun then goes on without the batch; what was not begun is not begun.
 */
final class FetchRound {
  private static final Logger LOG = LoggerFactory.getLogger(FetchRound.class);

  private final Fetcher fetcher;
  private final Deadline deadline;
  private final Map<FetchKey, Answer> answers = new ConcurrentHashMap<>();

  FetchRound(Fetcher fetcher, Deadline deadline) {
    this.fetcher = fetcher;
    this.deadline = deadline;
  }

  /** Answers that were there in time. */
  Map<FetchKey, Answer> run(List<Wish> wishes, int atOnce) {
    var workers = new ArrayDeque<Runnable>();
    var byService = new LinkedHashMap<String, Queue<Wish>>();
    wishes.forEach(
        wish ->
            byService
                .computeIfAbsent(wish.key().service(), _ -> new ConcurrentLinkedQueue<>())
                .add(wish));
    byService
        .values()
        .forEach(
            queue -> {
              for (int i = Math.min(atOnce, queue.size()); i > 0; i--) {
                workers.add(() -> work(queue));
              }
            });
    run(workers);
    wishes.stream()
        .map(Wish::key)
        .filter(key -> !answers.containsKey(key))
        .forEach(fetcher::gaveUp);
    return Map.copyOf(answers);
  }

  private void run(Queue<Runnable> workers) {
    var working = new CountDownLatch(workers.size());
    for (var worker : workers) {
      Thread.ofVirtual()
          .name("fetch")
          .start(
              () -> {
                try {
                  worker.run();
                } finally {
                  working.countDown();
                }
              });
    }
    try {
      if (!working.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.debug("{} calls go on after their batch", working.getCount());
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Queue<Wish> queue) {
    try {
      for (var wish = queue.poll(); wish != null && !deadline.passed(); wish = queue.poll()) {
        var key = wish.key();
        fetcher.fetch(wish, deadline).ifPresent(answer -> answers.put(key, answer));
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) { // the edge: its rows wait and ask again
      LOG.error("a fetch broke off", broken);
    }
  }
}
