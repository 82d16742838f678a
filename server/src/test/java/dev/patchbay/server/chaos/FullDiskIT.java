package dev.patchbay.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.server.chaos.fault.DiskFaults;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.SmallDisk;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database on a disk of its own that runs full; writes {@code target/chaos/full-disk.md}. */
@Tag("chaos")
class FullDiskIT {
  @TempDir private Path directory;

  @Test
  void holdsWhatItPromisesAfterTheDiskWasFull() throws Exception {
    assumeTrue(
        SmallDisk.possible(),
        "skipped: users may have no name spaces of their own here (unshare --user --mount)");
    var table = new Table("full-disk");
    try (var rig = ChaosRig.start(directory, SmallDisk::start)) {
      new Course(rig, table).run(DiskFaults.all());
    } finally {
      table.write();
    }
    assertThat(table.violations()).isEmpty();
  }
}
