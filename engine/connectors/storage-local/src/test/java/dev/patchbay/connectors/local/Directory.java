package dev.patchbay.connectors.local;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.testkit.DirectorySide;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A directory, looked at with plain calls. */
final class Directory extends DirectorySide {
  Directory(Path root) {
    super(root);
  }

  @Override
  public FileStore connect() {
    return store(root());
  }

  @Override
  public Optional<FileStore> stranger() {
    return Optional.empty();
  }

  @Override
  public FileStore misplaced() {
    return store(root().resolve("missing"));
  }

  @Override
  public void close() {}

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
