package dev.patchbay.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediansTest {
  @Test
  void takesTheNearestRank() {
    var values = new double[] {40, 10, 30, 20};

    assertThat(Medians.percentile(values, 50)).isEqualTo(20);
    assertThat(Medians.percentile(values, 99)).isEqualTo(40);
    assertThat(Medians.percentile(new double[0], 50)).isZero();
  }
}
