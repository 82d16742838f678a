package dev.patchbay.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.chaos.fault.Faults;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.OwnPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault of each sort; the whole table is {@link ChaosTableIT}'s. */
class ChaosIT {
  @TempDir private Path directory;

  @Test
  void holdsWhatItPromisesAfterOneFaultOfEachSort() throws Exception {
    var table = new Table("quick");
    try (var rig = ChaosRig.start(directory, OwnPostgres::start)) {
      new Course(rig, table).run(Faults.quick());
    } finally {
      table.write();
    }
    assertThat(table.violations()).isEmpty();
  }
}
