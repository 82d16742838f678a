package dev.patchbay.core.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PostQueueTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final PostQueue queue =
      new PostQueue(new InboxLimits(10, 1_000, 100, 10_000, LONG, LONG, LONG));

  private static Post post() {
    return new Post("http", List.of(), new CompletableFuture<>());
  }

  @Test
  void aCallerAloneDoesNotWait() throws InterruptedException {
    for (var i = 0; i < 3; i++) {
      queue.offer(post());
      assertThat(queue.gather()).hasSize(1);
    }
  }

  @Test
  void waitsForHalfOfTheCallers() throws Exception {
    offer(4);
    assertThat(queue.gather()).hasSize(4);
    var gathered = new FutureTask<>(queue::gather);
    var writer = Thread.ofPlatform().start(gathered);
    Eventually.soon().isTrue("waits", () -> writer.getState() == Thread.State.WAITING);
    offer(2);
    assertThat(gathered.get()).hasSize(2);
  }

  @Test
  void whoIsLeftFromTheLastCommitCountsAsCaller() throws Exception {
    offer(2);
    assertThat(queue.gather()).hasSize(2);
    offer(2);
    assertThat(queue.gather()).hasSize(2);
  }

  @Test
  void whatWaitsIsTakenWhenTheQueueCloses() throws Exception {
    offer(2);
    queue.gather();
    offer(1);
    queue.close();
    assertThat(queue.gather()).hasSize(1);
    assertThat(queue.gather()).isEmpty();
  }

  private void offer(int posts) {
    for (var i = 0; i < posts; i++) {
      assertThat(queue.offer(post())).isTrue();
    }
  }
}
