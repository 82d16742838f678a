package dev.patchbay.testkit;

import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A side whose files stand in a directory of this machine, whatever way the store gets there. */
public abstract class DirectorySide implements StoreSide {
  private final Path root;

  protected DirectorySide(Path root) {
    this.root = root;
  }

  /** Where the store begins. */
  public final Path root() {
    return root;
  }

  @Override
  public final Set<String> names() {
    return files().filter(name -> !isUnfinished(name)).collect(Collectors.toSet());
  }

  @Override
  public final int leftovers() {
    return (int) files().filter(DirectorySide::isUnfinished).count();
  }

  private static boolean isUnfinished(String name) {
    return name.startsWith(StorePath.WORKSHOP + "/");
  }

  @Override
  public final byte[] read(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public final void put(String path, byte[] content) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.write(root.resolve(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file away, as somebody else would. */
  public final void remove(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> files() {
    try (var all = Files.walk(root)) {
      return all
          .filter(path -> !Files.isDirectory(path))
          .map(path -> root.relativize(path).toString())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
