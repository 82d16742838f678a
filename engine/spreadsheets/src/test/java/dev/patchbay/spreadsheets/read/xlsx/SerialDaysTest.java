package dev.patchbay.spreadsheets.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class SerialDaysTest {
  private final SerialDays from1900 = new SerialDays(false);
  private final SerialDays from1904 = new SerialDays(true);

  @Test
  void countsFromThe1stOfJanuary1900() {
    assertThat(from1900.cell(1, Meaning.DAY)).isEqualTo(at("1900-01-01T00:00"));
    assertThat(from1900.cell(59, Meaning.DAY)).isEqualTo(at("1900-02-28T00:00"));
    assertThat(from1900.cell(61, Meaning.DAY)).isEqualTo(at("1900-03-01T00:00"));
    assertThat(from1900.cell(44197.75, Meaning.DAY)).isEqualTo(at("2021-01-01T18:00"));
  }

  @Test
  void countsFromThe1stOfJanuary1904() {
    assertThat(from1904.cell(0, Meaning.DAY)).isEqualTo(at("1904-01-01T00:00"));
    assertThat(from1904.cell(42735, Meaning.DAY)).isEqualTo(at("2021-01-01T00:00"));
  }

  @Test
  void leavesDaysThatNeverWereAsNumbers() {
    for (double day : new double[] {-1, 60, 60.5, 2_958_466, 1e300}) {
      assertThat(from1900.cell(day, Meaning.DAY)).isEqualTo(new Cell.Numeric(day));
    }
    assertThat(from1900.cell(2_958_465, Meaning.DAY)).isEqualTo(at("9999-12-31T00:00"));
  }

  @Test
  void roundsTimesToTheMillisecond() {
    assertThat(from1900.cell(1.0 / 3, Meaning.TIME)).isEqualTo(new Cell.Time(LocalTime.of(8, 0)));
    assertThat(from1900.cell(44197.999999999, Meaning.DAY)).isEqualTo(at("2021-01-02T00:00"));
  }

  private static Cell at(String text) {
    return new Cell.DateTime(LocalDateTime.parse(text));
  }
}
