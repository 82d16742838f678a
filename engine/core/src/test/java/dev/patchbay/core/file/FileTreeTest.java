package dev.patchbay.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir private Path root;

  @Test
  void takesAFolderAwayWithAllThatIsInIt() throws IOException {
    var folder = root.resolve("a");
    Files.createDirectories(folder.resolve("b/c"));
    Files.writeString(folder.resolve("b/file"), "x");

    FileTree.delete(folder);

    assertThat(root).isEmptyDirectory();
    FileTree.delete(folder);
  }

  @Test
  void followsNoLinkOutOfIt() throws IOException {
    var other = Files.createDirectories(root.resolve("other"));
    Files.writeString(other.resolve("kept"), "x");
    var folder = Files.createDirectories(root.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link"), other);

    FileTree.delete(folder);

    assertThat(folder).doesNotExist();
    assertThat(other.resolve("kept")).exists();
  }
}
