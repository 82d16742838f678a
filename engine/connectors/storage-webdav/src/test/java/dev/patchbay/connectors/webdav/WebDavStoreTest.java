package dev.patchbay.connectors.webdav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.testkit.FileStoreContract;
import dev.patchbay.testkit.StoreSide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebDavStoreTest extends FileStoreContract {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  private final TomcatSide server;

  WebDavStoreTest(@TempDir Path root, @TempDir Path work) {
    server = new TomcatSide(root, work);
  }

  @Override
  protected StoreSide open() {
    return server;
  }

  @Test
  void showsAToken() {
    try (var store = server.store(Map.of(), TomcatSide.TOKEN)) {
      assertThat(publish(store, file("a.csv", TEXT))).isInstanceOf(Publication.Stored.class);
    }
  }

  @Test
  void namesATokenThatCannotBeSent() {
    try (var store = server.store(Map.of(), Map.of("token", "s3cret\nb"))) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.CredentialRefused.class,
              refused -> {
                assertThat(refused.cause().code()).isEqualTo("secret-unfit");
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

  @ParameterizedTest
  @ValueSource(strings = {"folder", "file/a.csv", "file/b/a.csv"})
  void namesWhatIsInTheWay(String path) {
    server.put("folder/x", TEXT);
    server.put("file", TEXT);
    try (var store = server.connect()) {
      assertThat(publish(store, file(path, TEXT))).isInstanceOf(Publication.Rejected.class);
    }
    assertThat(server.leftovers()).isZero();
  }

  /** After the last look, which a contract of all stores has: here the server itself decides. */
  @Test
  void theServerRefusesToReplaceWhatCameInTheLastMomentWhereNoneStood() {
    var newer = "newer than that".getBytes(UTF_8);
    var stale = file("a.csv", TEXT).behind(() -> server.put("a.csv", newer));

    try (var site = server.site()) {
      var folders = new Folders(site);
      var moving = new Moving(site, new ReentrantLock());
      var shelf = new WebDavShelf(site, folders, new Workshop(site, folders), moving);
      assertThatThrownBy(() -> shelf.replace(stale, Deadline.in(Duration.ofMinutes(1))))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("Another file was put there meanwhile");
    }
    assertThat(server.read("a.csv")).isEqualTo(newer);
    assertThat(server.leftovers()).isZero();
  }

  @Test
  void anEmptyFileThatIsNotEmptyIsRefused() {
    try (var store = server.connect()) {
      var changed = file("a.csv", new byte[0], () -> new ByteArrayInputStream(TEXT));
      assertThat(publish(store, changed)).isInstanceOf(Publication.Rejected.class);
    }
    assertThat(server.names()).isEmpty();
  }

  @Test
  void sweepsOnlyWhatIsItsOwnAndOldEnough() throws IOException, StoreFailure {
    var old = part("11111111-1111-1111-1111-111111111111.part", Duration.ofDays(2));
    var young = part("22222222-2222-2222-2222-222222222222.part", Duration.ofHours(1));
    var other = part("somebody's.part", Duration.ofDays(2));

    try (var store = server.connect()) {
      assertThat(store.sweep(Duration.ofDays(1))).isEqualTo(1);
    }
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }

  @Test
  void hasNothingToSweepWhereNothingWasStored() throws StoreFailure {
    try (var store = server.connect()) {
      assertThat(store.sweep(Duration.ZERO)).isZero();
    }
  }

  private Path part(String name, Duration age) throws IOException {
    server.put(".patchbay/" + name, TEXT);
    var part = server.root().resolve(".patchbay").resolve(name);
    return Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(age)));
  }

  private static Publication publish(FileStore store, FileToStore file) {
    return store.publish(file, Overwrite.REPLACE, Deadline.in(Duration.ofSeconds(30)));
  }
}
