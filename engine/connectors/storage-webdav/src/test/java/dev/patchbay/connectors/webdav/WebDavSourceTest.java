package dev.patchbay.connectors.webdav;

import dev.patchbay.testkit.FileSourceContract;
import dev.patchbay.testkit.StoreSide;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class WebDavSourceTest extends FileSourceContract {
  private final TomcatSide server;

  WebDavSourceTest(@TempDir Path root, @TempDir Path work) {
    server = new TomcatSide(root, work);
  }

  @Override
  protected StoreSide open() {
    return server;
  }
}
