package dev.patchbay.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T08:15:00Z",
        "2026-01-31T08:15:00.123456789+05:30",
        "2026-01-31t08:15:00z",
        "2026-01-31T08:15:00.5-00:00",
        "2026-01-31T08:15:00+01:00:30",
        "2026-01-31T08:15Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999-18:00"
      })
  void readsWhatTheJdkReads(String text) {
    assertThat(Rfc3339.parse(text)).isEqualTo(OffsetDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T08:15:00",
        "2026-02-30T08:15:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T08:15:60Z",
        "2026-01-31 08:15:00Z",
        "2026-01-31T08:15:00Z and more",
        "2026-01-31T08:15:00+19:00",
        "2026-1-31T08:15:00.00Z"
      })
  void refusesWhatTheJdkRefuses(String text) {
    assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T08:15:00",
        "2026-01-31T08:15:00.123456789",
        "2026-01-31T08:15:00.5",
        "2026-01-31T08:15",
        "2026-01-31t08:15:00",
        "0000-01-01T00:00:00",
        "-0001-01-01T00:00:00",
        "9999-12-31T23:59:59"
      })
  void readsLocalTimesWhichTheJdkReads(String text) {
    assertThat(Rfc3339.local(text)).isEqualTo(LocalDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T08",
        "2026-01-31T08:15:00Z",
        "2026-01-31T08:15:00+01:00",
        "2026-02-30T08:15:00",
        "2026-01-31T24:00:00",
        "2026-01-31T08:15:60",
        "2026-01-31 08:15:00",
        "2026-01-31T08:15:00,5",
        "2026-01-31T08:15:00 and more",
        "2026-01-31T08:15:00.1234567890",
        "2026-1-31T08:15:00.00"
      })
  void refusesLocalTimesWhichTheJdkRefuses(String text) {
    assertThatThrownBy(() -> LocalDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Rfc3339.local(text)).isInstanceOf(DateTimeException.class);
  }
}
