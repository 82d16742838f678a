package dev.patchbay.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  /** Sunday, half past midnight in Berlin, where the clock is put forward two hours later. */
  private static final Instant DUE = Instant.parse("2027-03-27T23:30:00Z");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "TODAY,      2027-03-28T00:00+01:00, 2027-03-29T00:00+02:00",
    "YESTERDAY,  2027-03-27T00:00+01:00, 2027-03-28T00:00+01:00",
    "THIS_WEEK,  2027-03-22T00:00+01:00, 2027-03-29T00:00+02:00",
    "LAST_WEEK,  2027-03-15T00:00+01:00, 2027-03-22T00:00+01:00",
    "THIS_MONTH, 2027-03-01T00:00+01:00, 2027-04-01T00:00+02:00",
    "LAST_MONTH, 2027-02-01T00:00+01:00, 2027-03-01T00:00+01:00",
    "THIS_YEAR,  2027-01-01T00:00+01:00, 2028-01-01T00:00+01:00",
    "LAST_YEAR,  2026-01-01T00:00+01:00, 2027-01-01T00:00+01:00",
  })
  void isWholeDaysInTheZone(Period period, String from, String to) {
    assertThat(period.from(DUE, BERLIN).atZone(BERLIN).toOffsetDateTime()).hasToString(from);
    assertThat(period.to(DUE, BERLIN).atZone(BERLIN).toOffsetDateTime()).hasToString(to);
  }
}
