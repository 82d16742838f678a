package dev.patchbay.connectors.sftp;

import dev.patchbay.testkit.FileSourceContract;
import dev.patchbay.testkit.StoreSide;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SftpSourceTest extends FileSourceContract {
  private final SshServerSide server;

  SftpSourceTest(@TempDir Path root) {
    server = new SshServerSide(root);
  }

  @Override
  protected StoreSide open() {
    return server;
  }
}
