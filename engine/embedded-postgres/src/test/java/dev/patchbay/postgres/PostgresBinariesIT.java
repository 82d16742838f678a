package dev.patchbay.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesIT {
  @TempDir Path cache;

  @Test
  void clearsAwayTheHalfThatAKilledUnpackingLeft() throws IOException {
    var home = PostgresBinaries.unpackedIn(cache).home();
    Files.move(home, home.resolveSibling(home.getFileName() + ".new-killed"));

    var binaries = PostgresBinaries.unpackedIn(cache);

    assertThat(binaries.program("postgres")).isExecutable();
    assertThat(cache).isDirectoryNotContaining("glob:**.new-killed");
  }
}
