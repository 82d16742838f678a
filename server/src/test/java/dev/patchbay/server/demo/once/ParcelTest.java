package dev.patchbay.server.demo.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParcelTest {
  @Test
  void packsInOrderAndNotTooManyTogether() {
    var events = IntStream.range(0, 5).mapToObj(i -> event(i, 10)).toList();

    assertThat(Parcel.pack(events, 2))
        .containsExactly(
            new Parcel(events.subList(0, 2)),
            new Parcel(events.subList(2, 4)),
            new Parcel(events.subList(4, 5)));
  }

  @Test
  void packsNoMoreThanTheServerTakesAtOnce() {
    var events = IntStream.range(0, 3).mapToObj(i -> event(i, 1_400_000)).toList();

    assertThat(Parcel.pack(events, 1_000))
        .extracting(it -> it.events().size())
        .containsExactly(2, 1);
  }

  private static RowEvent event(int line, int bytes) {
    return new RowEvent(line, "e" + line, new byte[bytes]);
  }
}
