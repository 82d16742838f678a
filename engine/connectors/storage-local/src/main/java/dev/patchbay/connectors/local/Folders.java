package dev.patchbay.connectors.local;

import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The directories below a root. None of them may be a link: what a store writes stays where its
 * connector says.
 */
final class Folders {
  private final Path root;

  Folders(Path root) {
    this.root = root;
  }

  /** Where a path stands, whether its folders exist or not. */
  Path place(StorePath path) throws StoreFailure {
    return folder(path.folders()).resolve(path.name());
  }

  /** The directory of these names, made if it is missing. */
  Path made(List<String> names) throws IOException, StoreFailure {
    var folder = folder(names);
    for (var missing : missing(folder)) {
      try {
        Files.createDirectory(missing);
      } catch (FileAlreadyExistsException _) {
        // Another made it meanwhile.
      }
      force(missing.resolveSibling(""));
    }
    return folder(names);
  }

  /** Makes sure that what a directory lists is on the disk. */
  static void force(Path directory) throws IOException {
    try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }

  /** The directory of these names, whether it exists or not. */
  Path folder(List<String> names) throws StoreFailure {
    var folder = realRoot();
    for (var name : names) {
      folder = folder.resolve(name);
      if (Files.isSymbolicLink(folder)) {
        throw StoreFailure.target(
            "link", "The folder '" + name + "' is a link. Put a real folder there.");
      }
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
        throw StoreFailure.rejected(
            "no-folder", "'" + name + "' is a file where a folder should be. Rename one of them.");
      }
    }
    return folder;
  }

  private Path realRoot() throws StoreFailure {
    try {
      var real = root.toRealPath();
      if (Files.isDirectory(real)) {
        return real;
      }
    } catch (IOException _) {
      // Said below, as for a file that stands in its place.
    }
    throw StoreFailure.target(
        "no-directory", "The directory " + root + " does not exist. Create it, or name another.");
  }

  private static List<Path> missing(Path folder) {
    var missing = new ArrayList<Path>();
    for (var at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      missing.addFirst(at);
    }
    return missing;
  }
}
