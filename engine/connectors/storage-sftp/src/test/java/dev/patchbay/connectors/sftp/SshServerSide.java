package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.testkit.DirectorySide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SSH server on 127.0.0.1; its directory is looked at with plain calls. */
final class SshServerSide extends DirectorySide {
  static final KeyPair HOST_KEY = keyPair();
  static final KeyPair USER_KEY = keyPair();

  private final SshServer server = SshServer.setUpDefaultServer();

  SshServerSide(Path root) {
    super(root);
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(HOST_KEY));
    server.setPasswordAuthenticator(
        (user, password, _) -> user.equals("hub") && password.equals("right"));
    server.setPublickeyAuthenticator(
        (user, key, _) -> user.equals("hub") && KeyUtils.compareKeys(key, USER_KEY.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on it knows no renaming onto a file. */
  void forgetPosixRename() {
    SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "fsync@openssh.com=1");
  }

  int port() {
    return server.getPort();
  }

  @Override
  public FileStore connect() {
    return store(Map.of(), Map.of(SftpSettings.PASSWORD, "right"));
  }

  @Override
  public Optional<FileStore> stranger() {
    return Optional.of(store(Map.of(), Map.of(SftpSettings.PASSWORD, "wrong")));
  }

  @Override
  public FileStore misplaced() {
    return store(Map.of("directory", "missing"), Map.of(SftpSettings.PASSWORD, "right"));
  }

  FileStore store(Map<String, String> changes, Map<String, String> secrets) {
    return store(changes, name -> Optional.ofNullable(secrets.get(name)));
  }

  FileStore store(Map<String, String> changes, Secrets secrets) {
    var settings = new HashMap<String, String>();
    settings.put("host", "127.0.0.1");
    settings.put("port", Integer.toString(port()));
    settings.put("user", "hub");
    settings.put("host-key", KeyUtils.getFingerPrint(BuiltinDigests.sha256, HOST_KEY.getPublic()));
    settings.putAll(changes);
    return new SftpType()
        .open(
            new ConnectorContext(
                "files",
                settings,
                secrets,
                InstantSource.system(),
                _ -> Duration.ZERO,
                (_, _, _) -> {}));
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair keyPair() {
    try {
      return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
