package dev.patchbay.server.export.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsBesideTest {
  private static final int MANY = 12_345;

  @Test
  void everyRowIsWorkedOnOnceAndInOrder() {
    var done = new ArrayList<Integer>();
    try (var rows = new RowsBeside<Integer>(done::add)) {
      assertThat(IntStream.range(0, MANY).allMatch(rows::take)).isTrue();
      rows.finish();
    }
    assertThat(done).isEqualTo(IntStream.range(0, MANY).boxed().toList());
  }

  @Test
  void nothingIsWorkedOnAfterTheEnd() {
    var done = new AtomicInteger();
    try (var rows = new RowsBeside<Integer>(_ -> done.incrementAndGet() < 700)) {
      assertThat(IntStream.range(0, MANY).allMatch(rows::take)).isFalse();
      rows.finish();
    }
    assertThat(done).hasValue(700);
  }

  @Test
  void whatTheWorkThrowsIsThrownToWhoBringsRows() {
    var full = new UncheckedIOException(new IOException("disk full"));
    try (var rows =
        new RowsBeside<Integer>(
            _ -> {
              throw full;
            })) {
      assertThatThrownBy(() -> IntStream.range(0, MANY).forEach(rows::take)).isSameAs(full);
    }
  }

  @Test
  void whoBringsMoreThanAreWorkedOnWaits() throws InterruptedException {
    var held = new CompletableFuture<Boolean>();
    var brought = new AtomicInteger();
    try (var rows = new RowsBeside<Integer>(_ -> held.join())) {
      var bringer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (brought.get() < MANY && rows.take(brought.get())) {
                      brought.incrementAndGet();
                    }
                  });
      Eventually.soon().isTrue("waits", () -> bringer.getState() == Thread.State.WAITING);
      assertThat(brought).hasValueLessThan(1_000);

      held.complete(true);
      bringer.join();
      assertThat(brought).hasValue(MANY);
    }
  }
}
