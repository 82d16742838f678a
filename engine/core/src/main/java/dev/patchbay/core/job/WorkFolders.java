package dev.patchbay.core.job;

import dev.patchbay.core.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where files are made before they are kept: a folder for each run. */
record WorkFolders(Path directory) {
  Path make(String run) throws IOException {
    return Files.createDirectories(directory.resolve(run));
  }

  void remove(String run) {
    FileTree.delete(directory.resolve(run));
  }

  void clear() {
    FileTree.delete(directory);
  }
}
