package dev.patchbay.sandbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SerialTest {

  @Test
  void countsDaysFromTheEndOf1899() {
    assertThat(Serial.of(LocalDateTime.of(1900, 1, 1, 12, 0))).isEqualTo(2.5);
    assertThat(Serial.of(LocalDate.of(2020, 1, 1))).isEqualTo(43831);
    assertThat(Serial.of(LocalDate.of(1999, 1, 2))).isEqualTo(36162);
  }

  @Test
  void comesBackToTheMillisecond() {
    var moment = LocalDateTime.of(2026, 3, 1, 23, 59, 59, 999_000_000);

    assertThat(Serial.toDateTime(Serial.of(moment))).isEqualTo(moment);
  }
}
