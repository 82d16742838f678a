package dev.patchbay.core.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  @Test
  void whatIsDoneGoesAndTheRestStaysInOrder() {
    var left = read(true, "a", "b", "c").behind(1);
    assertThat(seqs(left)).containsExactly(2L, 3L);
    assertThat(left.complete()).isTrue();
  }

  @Test
  void aKeyThatWasJustWorkedIsReadAnew() {
    var left = read(true, "a", "b", "a", "c").behind(1);
    assertThat(seqs(left)).containsExactly(2L);
    assertThat(left.complete()).isFalse();
    assertThat(left.behind(2).isUsedUp()).isTrue();
  }

  @Test
  void theEndOfALaneIsNotReadAgain() {
    var left = read(true, "a", "b").behind(2);
    assertThat(left.isEmpty()).isTrue();
    assertThat(left.isUsedUp()).isFalse();
  }

  @Test
  void behindAPageThereMayBeMore() {
    assertThat(read(false, "a", "b").behind(2).isUsedUp()).isTrue();
  }

  @Test
  void noMoreAreFirstThanThereAre() {
    var read = read(true, "a", "b", "c");
    assertThat(read.first(2)).isEqualTo(read.deliveries().subList(0, 2));
    assertThat(read.first(5)).isEqualTo(read.deliveries());
  }

  private static List<Long> seqs(ReadAhead read) {
    return read.deliveries().stream().map(QueuedDelivery::seq).toList();
  }

  private static ReadAhead read(boolean complete, String... keys) {
    var deliveries =
        IntStream.rangeClosed(1, keys.length)
            .mapToObj(seq -> delivery(seq, keys[seq - 1]))
            .toList();
    return new ReadAhead(deliveries, Set.of(), complete);
  }

  private static QueuedDelivery delivery(long seq, String key) {
    return new QueuedDelivery(seq, 1, new UUID(7, seq), key, 0, false, new byte[0], null);
  }
}
