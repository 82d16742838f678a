package dev.patchbay.server.bench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTableTest {
  @ParameterizedTest
  @EnumSource
  void readsAllThatItWrote(RequestTable table, @TempDir Path directory) throws IOException {
    var file = table.write(directory.resolve("rows." + table.ending()), 7, 20);

    assertThat(table.read(file)).isEqualTo(21);
  }
}
