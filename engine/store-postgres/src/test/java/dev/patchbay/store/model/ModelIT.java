package dev.patchbay.store.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random commands on the real lanes and a real database. {@code -Dpatchbay.model.seed=N} repeats a
 * run, {@code -Dpatchbay.model.sequences=N} makes it longer.
 */
class ModelIT {
  private static final int THREADS = 2;
  private static final int LENGTH = 60;

  @Test
  void everythingHoldsWhateverHappens() throws Exception {
    var sequences = Integer.getInteger("patchbay.model.sequences", 2_000);
    long seed = Long.getLong("patchbay.model.seed", System.nanoTime());
    System.out.println("model test: seed " + seed);
    var started = System.nanoTime();
    Hunt.Result result = Hunt.of(Defect.NONE, seed, LENGTH).over(sequences, THREADS);
    System.out.printf(
        "model test: %s in %d s%n", result, (System.nanoTime() - started) / 1_000_000_000L);
    assertThat(result.failure()).isEmpty();
    assertThat(result.played()).isEqualTo(sequences);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsAPlantedDefect(Defect defect) throws Exception {
    var result = Hunt.of(defect, 1, LENGTH).over(600, THREADS);
    System.out.println("model test: " + defect + " found after " + result.played() + " sequences");
    assertThat(result.failure()).isPresent();
  }
}
