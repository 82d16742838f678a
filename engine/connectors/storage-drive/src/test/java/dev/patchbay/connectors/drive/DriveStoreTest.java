package dev.patchbay.connectors.drive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.drive.model.File;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.testkit.FileStoreContract;
import dev.patchbay.testkit.SelfSignedServer;
import dev.patchbay.testkit.StoreSide;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriveStoreTest extends FileStoreContract {
  private static final byte[] TEXT = "text".getBytes(UTF_8);
  private static final byte[] OTHER = "other".getBytes(UTF_8);

  private final DriveSide side = new DriveSide();

  @Override
  protected StoreSide open() {
    return side;
  }

  @Test
  void aReplacedFileKeepsItsIdSoThatLinksToItHold() {
    side.put("a/b.csv", OTHER);
    var before = side.byPath("a/b.csv").getFirst().getId();

    assertThat(publish(file("a/b.csv", TEXT), Overwrite.REPLACE))
        .isInstanceOf(Publication.Stored.class);
    assertThat(side.byPath("a/b.csv")).extracting(File::getId).containsExactly(before);
  }

  @Test
  void writesWhatIsKnownBesideTheContent() {
    publish(file("a.csv", TEXT), Overwrite.REFUSE);

    assertThat(side.byPath("a.csv").getFirst().getProperties())
        .isEqualTo(Map.of("title", "Prüfbericht"));
  }

  @Test
  void whatIsInTheBinDoesNotStandThere() throws IOException {
    side.put("a.csv", OTHER);
    side.client()
        .files()
        .update(side.byPath("a.csv").getFirst().getId(), new File().setTrashed(true))
        .execute();

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOf(Publication.Stored.class);
    assertThat(side.read("a.csv")).isEqualTo(TEXT);
  }

  @Test
  void aFolderInTheBinTakesNothing() throws IOException {
    side.client().files().update(side.root(), new File().setTrashed(true)).execute();

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOf(Publication.TargetRefused.class);
  }

  @Test
  void ofSeveralFilesOfOneNameTheEldestCounts() {
    var eldest = side.put(side.root(), "a.csv", OTHER);
    side.put(side.root(), "a.csv", OTHER);

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOf(Publication.Exists.class);
    publish(file("a.csv", TEXT), Overwrite.REPLACE);
    assertThat(side.children(side.root()))
        .filteredOn(found -> found.getId().equals(eldest))
        .extracting(File::getSha256Checksum)
        .containsExactly(file("a.csv", TEXT).sha256());
  }

  @Test
  void aNameInOtherLettersIsAnother() {
    side.put("A.csv", OTHER);

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOf(Publication.Stored.class);
    assertThat(side.names()).containsExactlyInAnyOrder("A.csv", "a.csv");
  }

  @Test
  void aDocumentOfGoogleIsNotReplaced() {
    side.make(side.root(), "Report", "application/vnd.google-apps.spreadsheet");

    assertThat(publish(file("Report", TEXT), Overwrite.REPLACE))
        .isInstanceOfSatisfying(
            Publication.Rejected.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("is-document"));
    assertThat(publish(file("Report", TEXT), Overwrite.REFUSE))
        .isInstanceOf(Publication.Exists.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "file/a.csv", "file/b/a.csv"})
  void namesWhatIsInTheWay(String path) {
    side.folder(side.root(), "folder");
    side.put("file", OTHER);

    assertThat(publish(file(path, TEXT), Overwrite.REPLACE))
        .isInstanceOf(Publication.Rejected.class);
    assertThat(side.leftovers()).isZero();
  }

  @Test
  void namesASecretThatDoesNotOpen() {
    Secrets sealed =
        name -> {
          throw new UnreadableSecretException(name, new IllegalStateException());
        };
    try (var store = side.store(Map.of(), sealed)) {
      assertThat(publish(store, file("a.csv", TEXT), Overwrite.REPLACE))
          .isInstanceOf(Publication.CredentialRefused.class);
      assertThat(store.check()).noneMatch(CheckReport.Step::ok);
    }
  }

  @Test
  void sendsNothingToAServerWhoseCertificateIsNotTrusted(@TempDir Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var impostor = SelfSignedServer.start(directory);
        var store = side.store(Map.of("root-url", impostor.address()))) {
      assertThat(publish(store, file("a.csv", TEXT), Overwrite.REPLACE))
          .isInstanceOfSatisfying(
              Publication.TargetRefused.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("certificate"));
      assertThat(impostor.requests()).isZero();
    }
  }

  private Publication publish(FileToStore file, Overwrite overwrite) {
    try (var store = side.connect()) {
      return publish(store, file, overwrite);
    }
  }

  private static Publication publish(FileStore store, FileToStore file, Overwrite overwrite) {
    return store.publish(file, overwrite, Deadline.in(Duration.ofMinutes(1)));
  }
}
