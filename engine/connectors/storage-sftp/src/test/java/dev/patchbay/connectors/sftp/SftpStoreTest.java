package dev.patchbay.connectors.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.testkit.FileStoreContract;
import dev.patchbay.testkit.StoreSide;
import dev.patchbay.testkit.TcpFaultProxy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SftpStoreTest extends FileStoreContract {
  private static final byte[] TEXT = "text".getBytes(UTF_8);
  private static final Map<String, String> PASSWORD = Map.of(SftpSettings.PASSWORD, "right");

  private final SshServerSide server;

  SftpStoreTest(@TempDir Path root) {
    server = new SshServerSide(root);
  }

  @Override
  protected StoreSide open() {
    return server;
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void logsInWithAPrivateKey() throws IOException, GeneralSecurityException {
    var key = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(SshServerSide.USER_KEY, "hub", null, key);
    var secrets = Map.of(SftpSettings.PRIVATE_KEY, key.toString(UTF_8));
    try (var store = server.store(Map.of(), secrets)) {
      assertThat(publish(store, file("a.csv", TEXT))).isInstanceOf(Publication.Stored.class);
    }
  }

  @Test
  void namesAKeyThatCannotBeRead() {
    try (var store = server.store(Map.of(), Map.of(SftpSettings.PRIVATE_KEY, "s3cret"))) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.CredentialRefused.class,
              refused -> {
                assertThat(refused.cause().code()).isEqualTo("key-unreadable");
                assertThat(refused.cause().message()).doesNotContain("s3cret");
              });
    }
  }

  @Test
  void namesASecretThatDoesNotOpen() {
    Secrets sealed =
        name -> {
          throw new UnreadableSecretException(name, new IllegalStateException());
        };
    try (var store = server.store(Map.of(), sealed)) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOf(Publication.CredentialRefused.class);
      assertThat(store.check()).noneMatch(CheckReport.Step::ok);
    }
  }

  @Test
  void asksForACredential() {
    try (var store = server.store(Map.of(), Map.of())) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOf(Publication.CredentialRefused.class);
    }
  }

  @Test
  void sendsNoPasswordToAServerThatShowsAnotherKey() {
    var wrong = Map.of("host-key", "SHA256:" + "A".repeat(43));
    try (var store = server.store(wrong, PASSWORD)) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.TargetRefused.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("host-key"));
    }
    assertThat(server.names()).isEmpty();
  }

  @Test
  void waitsForAServerThatIsDown() {
    try (var store = server.connect()) {
      server.close();

      assertThat(publish(store, file("a.csv", TEXT))).isInstanceOf(Publication.NotStored.class);
    }
  }

  @Test
  void leavesNothingWhereTheConnectionBreaksInTheMiddle() throws StoreFailure {
    var content = new byte[4 << 20];
    try (var proxy = TcpFaultProxy.to(server.port());
        var store = server.store(Map.of("port", Integer.toString(proxy.port())), PASSWORD)) {
      var cut = file("a/b.bin", content, () -> new Cutting(content, proxy));
      assertThat(publish(store, cut)).isInstanceOf(Publication.NotStored.class);
      assertThat(server.names()).isEmpty();

      assertThat(publish(store, file("a/b.bin", content))).isInstanceOf(Publication.Stored.class);
      store.sweep(Duration.ZERO);
    }
    assertThat(server.names()).containsExactly("a/b.bin");
    assertThat(server.leftovers()).isZero();
  }

  @Test
  void keepsTheOldFileWhereTheServerCannotReplaceItInOneStep() {
    server.forgetPosixRename();
    server.put("old.csv", "old".getBytes(UTF_8));
    try (var store = server.connect()) {
      assertThat(publish(store, file("old.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.TargetRefused.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("no-replacing"));
      assertThat(publish(store, file("new.csv", TEXT))).isInstanceOf(Publication.Stored.class);
      assertThat(store.check())
          .anyMatch(step -> step.name().equals("replace") && step.message().contains("cannot"));
    }
    assertThat(server.read("old.csv")).isEqualTo("old".getBytes(UTF_8));
    assertThat(server.leftovers()).isZero();
  }

  @Test
  void namesAFolderThatStandsInTheWay() {
    server.put("a.csv/b", TEXT);
    try (var store = server.connect()) {
      assertThat(publish(store, file("a.csv", TEXT))).isInstanceOf(Publication.Rejected.class);
      assertThat(store.find(StorePath.of("a.csv/b"), "0".repeat(64), soon())).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"port,0", "port,65536", "port,2.5", "host-key,aa:bb", "host-key,SHA256:short"})
  void namesASettingThatIsWrong(String name, String value) {
    assertThat(new SftpType().faults(Map.of(name, value)))
        .extracting(SettingFault::setting)
        .containsExactly(name);
  }

  private static Publication publish(FileStore store, FileToStore file) {
    return store.publish(file, Overwrite.REPLACE, soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30));
  }

  /** Cuts the connection when half has been read. */
  private static final class Cutting extends ByteArrayInputStream {
    private final TcpFaultProxy proxy;

    Cutting(byte[] content, TcpFaultProxy proxy) {
      super(content);
      this.proxy = proxy;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      if (pos > buf.length / 2) {
        proxy.resetConnections();
      }
      return super.read(bytes, offset, length);
    }
  }
}
