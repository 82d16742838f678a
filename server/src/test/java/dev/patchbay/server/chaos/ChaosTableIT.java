package dev.patchbay.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.chaos.fault.Faults;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.OwnPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault, one after the other; writes {@code target/chaos/table.md}. */
@Tag("chaos")
class ChaosTableIT {
  @TempDir private Path directory;

  @Test
  void holdsWhatItPromisesAfterEveryFault() throws Exception {
    var table = new Table("table");
    try (var rig = ChaosRig.start(directory, OwnPostgres::start)) {
      new Course(rig, table).run(Faults.all());
    } finally {
      table.write();
    }
    assertThat(table.violations()).isEmpty();
  }
}
