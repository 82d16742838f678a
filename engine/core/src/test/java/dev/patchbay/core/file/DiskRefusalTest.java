package dev.patchbay.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskRefusalTest {
  private static final DiskRefusal FULL = new DiskRefusal("No space left on device");

  @Test
  void aDiskThatIsFullIsToBlameWhoeverTellsOfIt() {
    var full = Path.of("/dev/full"); // takes no byte, as a disk that is full
    assumeTrue(Files.isWritable(full), "skipped: there is no /dev/full here");

    var failure = catchThrowable(() -> Files.write(full, new byte[1]));

    assertThat(DiskRefusal.in(failure)).contains(FULL);
    assertThat(DiskRefusal.in(new IllegalStateException(failure))).contains(FULL);
  }

  @Test
  void theNameOfTheFileIsLeftOut() {
    var failure = new FileSystemException("work/made", null, "No space left on device");

    assertThat(DiskRefusal.in(new UncheckedIOException(failure))).contains(FULL);
  }

  @Test
  void whateverElseFailsIsNotTheDisk() {
    assertThat(DiskRefusal.in(new IOException("the store is down"))).isEmpty();
    assertThat(DiskRefusal.in(new IOException())).isEmpty();
    assertThat(DiskRefusal.in(new IllegalStateException("No space left on device"))).isEmpty();
  }
}
