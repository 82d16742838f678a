package dev.patchbay.connectors.s3;

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
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.testkit.FileStoreContract;
import dev.patchbay.testkit.MutableClock;
import dev.patchbay.testkit.SelfSignedServer;
import dev.patchbay.testkit.StoreSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3StoreTest extends FileStoreContract {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  private final S3ServerSide server = new S3ServerSide();

  @Override
  protected StoreSide open() {
    return server;
  }

  @Test
  void writesTheChecksumAndWhatElseIsKnownBesideTheContent() {
    publish(file("a.csv", TEXT), Overwrite.REPLACE);

    var head =
        server.client().headObject(it -> it.bucket(S3ServerSide.BUCKET).key("exports/hub/a.csv"));
    assertThat(head.metadata())
        .containsEntry("sha256", Sha256.of(TEXT))
        .containsEntry("title", "=?UTF-8?B?UHLDvGZiZXJpY2h0?=");
    assertThat(head.contentType()).isEqualTo("application/octet-stream");
  }

  @Test
  void writesThemBesideALargeFileToo() {
    var content = new byte[S3Shelf.PART + 1];
    publish(file("a.bin", content), Overwrite.REFUSE);

    var head =
        server.client().headObject(it -> it.bucket(S3ServerSide.BUCKET).key("exports/hub/a.bin"));
    assertThat(head.metadata()).containsEntry("sha256", Sha256.of(content));
  }

  /**
   * After the last look, which a contract of all stores has: here the server itself decides. One
   * that refuses before it has read the file may break the connection off, and then it is unknown.
   */
  @ParameterizedTest
  @CsvSource({"4, true", "4, false", "9000000, true", "9000000, false"})
  void theServerRefusesToReplaceWhatCameInTheLastMoment(int length, boolean stood) {
    if (stood) {
      server.put("a.bin", TEXT);
    }
    var stale =
        file("a.bin", new byte[length]).behind(() -> server.put("a.bin", "newer".getBytes(UTF_8)));

    try (var bucket = server.bucket()) {
      assertThatThrownBy(
              () -> new S3Shelf(bucket).replace(stale, Deadline.in(Duration.ofMinutes(1))))
          .isInstanceOf(StoreFailure.class);
    }
    assertThat(server.read("a.bin")).isEqualTo("newer".getBytes(UTF_8));
  }

  @Test
  void sendsAFileOfJustOnePartAtOnce() {
    var content = new byte[S3Shelf.PART];

    assertThat(publish(file("a.bin", content), Overwrite.REFUSE))
        .isInstanceOf(Publication.Stored.class);
    assertThat(server.read("a.bin")).isEqualTo(content);
  }

  @Test
  void ofManyNodesThatAddOneNameOneDoes() throws Exception {
    var adding = new ArrayList<Future<Publication>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < 6; node++) {
        var file = file("a.csv", ("of node " + node).getBytes(UTF_8));
        adding.add(threads.submit((Callable<Publication>) () -> publish(file, Overwrite.REFUSE)));
      }
    }

    var stored = new ArrayList<Integer>();
    for (int node = 0; node < adding.size(); node++) {
      if (adding.get(node).get() instanceof Publication.Stored) {
        stored.add(node);
      }
    }
    assertThat(stored).hasSize(1);
    assertThat(server.read("a.csv")).asString(UTF_8).isEqualTo("of node " + stored.getFirst());
  }

  @Test
  void namesAnAccessKeyThatNobodyHas() {
    try (var store = server.store(Map.of("access-key-id", "AKIDNOBODY"))) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOf(Publication.CredentialRefused.class);
    }
  }

  @Test
  void asksForASecret() {
    try (var store = server.store(Map.of(), _ -> Optional.empty())) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.CredentialRefused.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("no-credential"));
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
          .isInstanceOfSatisfying(
              Publication.CredentialRefused.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("secret-unreadable"));
      assertThat(store.check()).noneMatch(CheckReport.Step::ok);
    }
  }

  @Test
  void takesNothingFromTheUserThatTheHubRunsAs(@TempDir Path home) throws IOException {
    var config = home.resolve("config");
    Files.writeString(config, "[default]\nuse_fips_endpoint=true\nendpoint_url=http://127.0.0.1:1");
    var properties =
        Map.of(
            "aws.configFile", config.toString(),
            "aws.useFipsEndpoint", "true",
            "aws.useDualstackEndpoint", "true",
            "aws.endpointUrl", "http://127.0.0.1:1",
            "aws.region", "nowhere",
            "aws.accessKeyId", "AKIDOTHER",
            "aws.secretAccessKey", "other");
    properties.forEach(System::setProperty);
    try {
      assertThat(publish(file("a.csv", TEXT), Overwrite.REPLACE))
          .isInstanceOf(Publication.Stored.class);
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
  }

  @Test
  void sendsNothingToAServerWhoseCertificateIsNotTrusted(@TempDir Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var impostor = SelfSignedServer.start(directory);
        var store = server.store(Map.of("endpoint", impostor.address()))) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.TargetRefused.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("certificate"));
      assertThat(impostor.requests()).isZero();
    }
  }

  @Test
  void sweepsOnlyWhatIsOldEnoughAndBelowItsPrefix() throws StoreFailure {
    begin("exports/hub/a.bin");
    begin("elsewhere/b.bin");
    var clock = MutableClock.at(Instant.now());
    try (var store = server.store(Map.of(), S3ServerSide.secret(S3ServerSide.SECRET), clock)) {
      assertThat(store.sweep(Duration.ofDays(1))).isZero();
      assertThat(server.leftovers()).isEqualTo(2);

      clock.advance(Duration.ofDays(2));
      assertThat(store.sweep(Duration.ofDays(1))).isEqualTo(1);
    }
    assertThat(server.client().listMultipartUploads(it -> it.bucket(S3ServerSide.BUCKET)).uploads())
        .extracting(upload -> upload.key())
        .containsExactly("elsewhere/b.bin");
  }

  @Test
  void anUploadThatAnotherNodeEndedIsEnded() throws StoreFailure {
    var soon = Deadline.in(Duration.ofMinutes(1));
    try (var bucket = server.bucket()) {
      var uploads = new Uploads(bucket);
      var upload = uploads.begin("exports/hub/a.bin", Map.of(), "text/csv", soon);
      uploads.abort(upload, soon);
      uploads.abort(upload, soon);
    }
    assertThat(server.leftovers()).isZero();
  }

  private void begin(String key) {
    server.client().createMultipartUpload(it -> it.bucket(S3ServerSide.BUCKET).key(key));
  }

  private Publication publish(FileToStore file, Overwrite overwrite) {
    try (var store = server.connect()) {
      return store.publish(file, overwrite, Deadline.in(Duration.ofMinutes(1)));
    }
  }

  private static Publication publish(FileStore store, FileToStore file) {
    return store.publish(file, Overwrite.REPLACE, Deadline.in(Duration.ofMinutes(1)));
  }
}
