package dev.patchbay.core.delivery.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.event.EventVersion;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionMarksTest {
  private static final EventVersion SEVEN = new EventVersion(3, new BigDecimal("7"), "", 12);
  private static final EventVersion ODD = new EventVersion(2, BigDecimal.ZERO, "a\tb\\n\n", 3);

  @Test
  void storesACommonVersionOnce() {
    var marks = new VersionMarks(Map.of("status", SEVEN, "title", SEVEN, "id", SEVEN));
    assertThat(marks.text()).isEqualTo("3\t7\t\t12\tid\tstatus\ttitle");
  }

  @Test
  void readsWhatItWrote() {
    var marks = new VersionMarks(Map.of("a\tb", SEVEN, "c\\", ODD, "", SEVEN));
    assertThat(VersionMarks.parse(marks.text())).isEqualTo(marks);
  }

  @Test
  void nothingStandsWhereNothingIsStored() {
    assertThat(VersionMarks.parse(null)).isEqualTo(VersionMarks.NONE);
  }

  @Test
  void refusesWhatItDidNotWrite() {
    assertThatThrownBy(() -> VersionMarks.parse("status=7"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
