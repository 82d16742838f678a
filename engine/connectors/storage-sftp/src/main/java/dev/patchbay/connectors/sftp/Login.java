package dev.patchbay.connectors.sftp;

import dev.patchbay.spi.CallObserver;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Logs in to the server. Knows nothing of the keys and hosts of the user it runs as. */
final class Login implements AutoCloseable {
  private final SftpSettings settings;
  private final Secrets secrets;
  private final CallObserver calls;
  private final SshClient ssh = SshClient.setUpDefaultClient();

  Login(SftpSettings settings, ConnectorContext context) {
    this.settings = settings;
    this.secrets = context.secrets();
    this.calls = context.calls();
    ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    ssh.setServerKeyVerifier((_, _, key) -> isTrusted(key));
    ssh.start();
  }

  /** A session whose directory is there; it is cut off at the deadline. */
  Session open(Deadline deadline) throws StoreFailure {
    long started = System.nanoTime();
    boolean opened = false;
    try {
      var session = session(connected(deadline), deadline);
      opened = true;
      return session;
    } finally {
      calls.called(
          "sftp.login", opened ? "ok" : "failed", Duration.ofNanos(System.nanoTime() - started));
    }
  }

  @Override
  public void close() {
    ssh.close(true);
  }

  private ClientSession connected(Deadline deadline) throws StoreFailure {
    try {
      return ssh.connect(settings.user(), settings.host(), settings.port())
          .verify(deadline.remaining())
          .getSession();
    } catch (IOException unreachable) {
      throw StoreFailure.retryable(
          "unreachable",
          "Nobody answers at " + settings.host() + ", port " + settings.port() + ".");
    }
  }

  private Session session(ClientSession connection, Deadline deadline) throws StoreFailure {
    boolean opened = false;
    try {
      addIdentities(connection);
      authenticate(connection, deadline);
      var sftp = SftpClientFactory.instance().createSftpClient(connection, 3);
      var session = new Session(connection, sftp, settings.directory(), deadline);
      session.demandDirectory();
      opened = true;
      return session;
    } catch (UnreadableSecretException unreadable) {
      throw StoreFailure.credential("secret-unreadable", String.valueOf(unreadable.getMessage()));
    } catch (IOException broken) {
      throw StoreFailure.retryable("no-sftp", "The server opens no SFTP session now.");
    } finally {
      if (!opened) {
        connection.close(true);
      }
    }
  }

  private void addIdentities(ClientSession connection) throws StoreFailure {
    var password = secrets.get(SftpSettings.PASSWORD).filter(text -> !text.isEmpty());
    var key = secrets.get(SftpSettings.PRIVATE_KEY).filter(text -> !text.isBlank());
    if (password.isEmpty() && key.isEmpty()) {
      throw StoreFailure.credential("no-credential", "Enter a password or a private key.");
    }
    password.ifPresent(connection::addPasswordIdentity);
    if (key.isPresent()) {
      addKey(connection, key.get());
    }
  }

  private void addKey(ClientSession connection, String text) throws StoreFailure {
    var passphrase =
        secrets
            .get(SftpSettings.PASSPHRASE)
            .map(FilePasswordProvider::of)
            .orElse(FilePasswordProvider.EMPTY);
    try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      var pairs =
          SecurityUtils.loadKeyPairIdentities(
              connection, NamedResource.ofName("private-key"), in, passphrase);
      if (pairs == null) {
        throw unreadableKey();
      }
      pairs.forEach(connection::addPublicKeyIdentity);
    } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
      throw unreadableKey();
    }
  }

  private static StoreFailure unreadableKey() {
    return StoreFailure.credential(
        "key-unreadable", "The private key cannot be read with its passphrase. Enter both anew.");
  }

  private void authenticate(ClientSession connection, Deadline deadline) throws StoreFailure {
    try {
      connection.auth().verify(deadline.remaining());
    } catch (SshException refused) {
      throw refusal(connection, refused.getDisconnectCode());
    } catch (IOException broken) {
      throw refusal(connection, 0);
    }
  }

  private StoreFailure refusal(ClientSession connection, int code) {
    var shown = connection.getServerKey();
    if (shown != null && !isTrusted(shown)) {
      return StoreFailure.target(
          "host-key",
          "The server shows the key "
              + fingerprint(shown)
              + ", which is not the one that is set. Ask its operator: either it has a new key, or"
              + " somebody pretends to be it.");
    }
    return code == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
        ? StoreFailure.credential(
            "credential-refused", "The server refuses the user or the credential. Enter another.")
        : StoreFailure.retryable("no-answer", "The server did not let the hub in this time.");
  }

  private boolean isTrusted(PublicKey key) {
    return settings.hostKeys().contains(fingerprint(key));
  }

  private static String fingerprint(PublicKey key) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }
}
