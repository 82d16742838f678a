package dev.patchbay.connectors.webdav;

import dev.patchbay.testkit.FileStoreNetworkContract;
import dev.patchbay.testkit.NetworkSide;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class WebDavNetworkTest extends FileStoreNetworkContract {
  private final TomcatSide server;

  WebDavNetworkTest(@TempDir Path root, @TempDir Path work) {
    server = new TomcatSide(root, work);
  }

  @Override
  protected NetworkSide openNetwork() {
    return server;
  }
}
