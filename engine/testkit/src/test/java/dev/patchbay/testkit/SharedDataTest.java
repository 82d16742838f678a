package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedDataTest {
  private final String before = System.getProperty(SharedData.PROPERTY, "");
  @TempDir Path directory;

  @AfterEach
  void restore() {
    System.setProperty(SharedData.PROPERTY, before);
  }

  @Test
  void findsAFileInTheDirectory() throws IOException {
    System.setProperty(SharedData.PROPERTY, directory.toString());
    var file = Files.writeString(directory.resolve("facts.csv"), "id");

    assertThat(SharedData.file("facts.csv")).isEqualTo(file);
    assertThat(SharedData.directory()).isEqualTo(directory);
  }

  @Test
  void skipsTheTestAndNamesTheFileWhenItIsAbsent() {
    System.setProperty(SharedData.PROPERTY, directory.toString());

    assertThatThrownBy(() -> SharedData.file("nothing.csv"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("nothing.csv is absent");
  }
}
