package dev.patchbay.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoublesTest {
  private static final int PLACES = 1 << 10;

  @TempDir private Path folder;

  @Test
  void theFirstRowOfAKeyIsKnown() throws IOException {
    var random = new SplittableRandom(7);
    var expected = new HashMap<RowKey, Integer>();
    try (var doubles = Doubles.within(folder, PLACES)) {
      for (int row = 1; row <= 20_000; row++) {
        var key = new RowKey(random.nextInt(3), random.nextInt(5_000));
        var first = expected.putIfAbsent(key, row);

        assertThat(doubles.note(key, row)).isEqualTo(first == null ? 0 : first);
      }
      assertThat(folder).isDirectoryContaining(file -> file.getFileName().startsWith("keys-32768"));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatWasNotedIsKeptWhereTheFileCannotGrow() throws IOException {
    Files.createFile(folder.resolve("keys-" + 2 * PLACES));
    try (var doubles = Doubles.within(folder, PLACES)) {
      for (int row = 1; row <= PLACES / 2; row++) {
        doubles.note(new RowKey(row, row), row);
      }
      assertThatThrownBy(() -> doubles.note(new RowKey(-1, -1), PLACES))
          .isInstanceOf(FileAlreadyExistsException.class);

      assertThat(doubles.note(new RowKey(7, 7), PLACES)).isEqualTo(7);
    }
  }
}
