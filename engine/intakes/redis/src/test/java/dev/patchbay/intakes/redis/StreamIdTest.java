package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"0-0", "1718035200000-7", "18446744073709551615-18446744073709551615"})
  void readsBackWhatItShows(String text) {
    assertThat(StreamId.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "7-", "-7", "a-b", "7-1-1"})
  void refusesWhatIsNoId(String text) {
    assertThatThrownBy(() -> StreamId.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ordersByTimeAndThenBySequence() {
    assertThat(StreamId.of("10-0").isAfter(StreamId.of("9-5"))).isTrue();
    assertThat(StreamId.of("10-2").isAfter(StreamId.of("10-10"))).isFalse();
    assertThat(StreamId.of("10-2").isAfter(StreamId.of("10-2"))).isFalse();
  }

  @Test
  void isFollowedByTheNextSequenceOrTime() {
    assertThat(StreamId.of("7-1").next()).isEqualTo(StreamId.of("7-2"));
    assertThat(StreamId.of("7-18446744073709551615").next()).isEqualTo(StreamId.of("8-0"));
  }
}
