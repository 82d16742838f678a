package dev.patchbay.connectors.local;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.testkit.StoreSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory, looked at with plain calls. */
record Directory(Path root) implements StoreSide {
  @Override
  public FileStore connect() {
    return store(root);
  }

  @Override
  public Optional<FileStore> stranger() {
    return Optional.empty();
  }

  @Override
  public FileStore misplaced() {
    return store(root.resolve("missing"));
  }

  @Override
  public Set<String> names() {
    return files(root)
        .filter(name -> !name.startsWith(StorePath.WORKSHOP + "/"))
        .collect(Collectors.toSet());
  }

  @Override
  public byte[] read(String path) {
    try {
      return Files.readAllBytes(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void put(String path, byte[] content) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.write(root.resolve(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int leftovers() {
    return (int) files(root).filter(name -> name.startsWith(StorePath.WORKSHOP + "/")).count();
  }

  @Override
  public void close() {}

  private static Stream<String> files(Path root) {
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

  private static FileStore store(Path directory) {
    return new LocalType()
        .open(
            new ConnectorContext(
                "files",
                Map.of(LocalType.DIRECTORY, directory.toString()),
                _ -> Optional.empty(),
                InstantSource.system(),
                _ -> Duration.ZERO,
                (_, _, _) -> {}));
  }
}
