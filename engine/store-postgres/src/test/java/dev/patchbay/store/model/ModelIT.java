package dev.patchbay.store.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random commands on the real lanes and a real database. {@code -Dpatchbay.model.seed=N} repeats a
 * run, {@code -Dpatchbay.model.sequences=N} makes it longer.
 */
class ModelIT {
  private static final int LENGTH = 60;
  private static final List<ModelDatabase> DATABASES = new ArrayList<>();

  @BeforeAll
  static void create() {
    DATABASES.add(new ModelDatabase());
    DATABASES.add(new ModelDatabase());
  }

  @AfterAll
  static void drop() {
    DATABASES.forEach(ModelDatabase::close);
    DATABASES.clear();
  }

  @Test
  void everythingHoldsWhateverHappens() throws Exception {
    var sequences = Integer.getInteger("patchbay.model.sequences", 2_000);
    long seed = Long.getLong("patchbay.model.seed", System.nanoTime());
    System.out.println("model test: seed " + seed);
    var started = System.nanoTime();
    Hunt.Result result = Hunt.of(Defect.NONE, seed, LENGTH).over(sequences, DATABASES);
    System.out.printf(
        "model test: %s in %d s%n", result, (System.nanoTime() - started) / 1_000_000_000L);
    assertThat(result.failure()).isEmpty();
    assertThat(result.played()).isEqualTo(sequences);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsAPlantedDefect(Defect defect) throws Exception {
    var result = Hunt.of(defect, defect.seed(), LENGTH).over(600, DATABASES);
    System.out.println(
        "model test: "
            + defect
            + " found after "
            + result.played()
            + " sequences, with seed "
            + result.failure().map(Hunt.Failure::seed));
    assertThat(result.failure()).isPresent();
  }
}
