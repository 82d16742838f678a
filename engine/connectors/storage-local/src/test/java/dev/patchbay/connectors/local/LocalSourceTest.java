package dev.patchbay.connectors.local;

import dev.patchbay.testkit.FileSourceContract;
import dev.patchbay.testkit.StoreSide;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LocalSourceTest extends FileSourceContract {
  @TempDir private Path root;

  @Override
  protected StoreSide open() {
    return new Directory(root);
  }
}
