package dev.patchbay.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkFolderTest {
  /** No system gives out such numbers. */
  private static final String OF_NOBODY = "patchbay-jobs-999999999999-1";

  @Test
  void whatAServerThatWasKilledHasLeftIsTakenAway() throws IOException {
    var all = Path.of(System.getProperty("java.io.tmpdir"));
    var left = Files.createDirectories(all.resolve(OF_NOBODY).resolve("patchbay-process7/lu1.tmp"));
    Files.writeString(left.resolve("document.pdf"), "half");
    var mine = Files.createDirectories(WorkFolder.ofThisProcess());

    WorkFolder.ofThisProcess();

    assertThat(all.resolve(OF_NOBODY)).doesNotExist();
    assertThat(mine).exists();
    Files.delete(mine);
  }
}
