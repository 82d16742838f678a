package dev.patchbay.connectors.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publication.NotStored;
import dev.patchbay.spi.store.Publication.Stored;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.testkit.FileStoreContract;
import dev.patchbay.testkit.SelfSignedServer;
import dev.patchbay.testkit.StoreSide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphStoreTest extends FileStoreContract {
  private static final byte[] TEXT = "text".getBytes(UTF_8);
  private static final byte[] OTHER = "other".getBytes(UTF_8);
  private static final byte[] LARGE = new byte[2 * Uploads.PART + 1];

  private final GraphSide side = new GraphSide();

  @Override
  protected StoreSide open() {
    return side;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:b.csv",
        "~$x.docx",
        "dots.",
        "folder./a.csv",
        " a.csv",
        "a.csv ",
        "CON",
        "com1",
        "a_vti_b.csv",
        "desktop.ini",
        "a|b",
        "a<b>",
        "a*b"
      })
  void saysWhichNamesCannotBeThere(String path) {
    assertThat(publish(file(path, TEXT), Overwrite.REPLACE))
        .isInstanceOfSatisfying(
            Publication.Rejected.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("name-refused"));
    assertThat(side.names()).isEmpty();
  }

  @Test
  void aPathThatIsTooLongIsRefused() {
    var path = ("a".repeat(200) + "/").repeat(2) + "a.csv";

    assertThat(publish(file(path, TEXT), Overwrite.REPLACE))
        .isInstanceOf(Publication.Rejected.class);
  }

  @Test
  void aNameInOtherLettersIsTheSame() {
    side.put("A.csv", OTHER);

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOf(Publication.Exists.class);
    assertThat(publish(file("a.csv", TEXT), Overwrite.NEW_NAME))
        .isEqualTo(new Stored(StorePath.of("a (2).csv")));
  }

  @Test
  void storesFilesOfEveryNumberOfParts() {
    for (int length :
        new int[] {Uploads.SMALL, Uploads.SMALL + 1, Uploads.PART, 2 * Uploads.PART + 1}) {
      var content = Arrays.copyOf(LARGE, length);
      assertThat(publish(file("a" + length, content), Overwrite.REFUSE)).isInstanceOf(Stored.class);
      assertThat(side.read("a" + length)).hasSize(length);
    }
    assertThat(side.leftovers()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSE", "NEW_NAME"})
  void aLargeFileThatAnotherCameBeforeReplacesNothing(Overwrite overwrite) {
    var come = new AtomicBoolean();
    var slow =
        file(
            "a.bin",
            LARGE,
            () -> {
              if (come.compareAndSet(false, true)) {
                side.put("a.bin", OTHER);
              }
              return new ByteArrayInputStream(LARGE);
            });

    var answer = publish(slow, overwrite);

    assertThat(answer)
        .isEqualTo(
            overwrite == Overwrite.REFUSE
                ? new Publication.Exists(StorePath.of("a.bin"))
                : new Stored(StorePath.of("a (2).bin")));
    assertThat(side.read("a.bin")).isEqualTo(OTHER);
    assertThat(side.leftovers()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void waitsWhileAnotherSendsAFileOfThatName(Overwrite overwrite) {
    side.server().uploads().begin("Reports/hub/a.bin", "fail");

    assertThat(publish(file("a.bin", LARGE), overwrite))
        .isInstanceOfSatisfying(
            NotStored.class, later -> assertThat(later.cause().code()).isEqualTo("being-sent"));
  }

  @Test
  void anUploadThatExpiresIsBegunAnew() {
    var expired = new AtomicBoolean();
    var slow =
        file(
            "a.bin",
            LARGE,
            () -> {
              if (expired.compareAndSet(false, true)) {
                side.server().uploads().expire();
              }
              return new ByteArrayInputStream(LARGE);
            });

    assertThat(publish(slow, Overwrite.REFUSE))
        .isInstanceOfSatisfying(
            NotStored.class, later -> assertThat(later.cause().code()).isEqualTo("upload-gone"));
    assertThat(publish(slow, Overwrite.REFUSE)).isInstanceOf(Stored.class);
  }

  @Test
  void aLockedFileIsTriedAgainLater() {
    side.put("a.csv", OTHER);
    side.server().drive().lock("Reports/hub/a.csv");

    assertThat(publish(file("a.csv", TEXT), Overwrite.REPLACE))
        .isInstanceOfSatisfying(
            NotStored.class, later -> assertThat(later.cause().code()).isEqualTo("locked"));
  }

  @Test
  void aDriveThatIsFullIsNamed() {
    side.server().drive().fill();

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOfSatisfying(
            Publication.TargetRefused.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("full"));
    assertThat(publish(file("a.bin", LARGE), Overwrite.REFUSE))
        .isInstanceOf(Publication.TargetRefused.class);
  }

  @Test
  void waitsAsLongAsItIsTold() {
    side.server().answerNext(StandInAnswer.later(429, 17));

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOfSatisfying(
            NotStored.class, later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(17)));
  }

  @Test
  void followsNobodyElsewhereWithItsToken() {
    side.server().answerNext(StandInAnswer.redirect("http://127.0.0.1:1/"));

    assertThat(publish(file("a.csv", TEXT), Overwrite.REFUSE))
        .isInstanceOfSatisfying(
            Publication.TargetRefused.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("redirected"));
  }

  @Test
  void oneTokenServesUntilItIsRefused() {
    try (var store = side.connect()) {
      publish(store, file("a.csv", TEXT));
      publish(store, file("b.csv", TEXT));
      assertThat(side.server().tokensGiven()).isEqualTo(1);

      side.server().revoke();
      assertThat(publish(store, file("c.csv", TEXT))).isInstanceOf(Stored.class);
      assertThat(side.server().tokensGiven()).isEqualTo(2);
    }
  }

  @Test
  void saysNothingOfTheSecretThatIsRefused() {
    try (var store = side.stranger().orElseThrow()) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.CredentialRefused.class,
              refused -> assertThat(refused.cause().message()).doesNotContain("wrong", "AADSTS"));
    }
  }

  @Test
  void aDriveThatDoesNotExistIsNamed() {
    try (var store = side.store(Map.of("drive", "b!other"))) {
      assertThat(publish(store, file("a.csv", TEXT))).isInstanceOf(Publication.TargetRefused.class);
      assertThat(store.check()).extracting(CheckReport.Step::ok).containsExactly(true, false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "file/a.csv", "file/b/a.csv"})
  void namesWhatIsInTheWay(String path) {
    side.put("folder/x", TEXT);
    side.put("file", TEXT);

    assertThat(publish(file(path, TEXT), Overwrite.REPLACE))
        .isInstanceOf(Publication.Rejected.class);
  }

  @Test
  void namesASecretThatDoesNotOpen() {
    Secrets sealed =
        name -> {
          throw new UnreadableSecretException(name, new IllegalStateException());
        };
    try (var store = side.store(Map.of(), sealed)) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOf(Publication.CredentialRefused.class);
      assertThat(store.check()).noneMatch(CheckReport.Step::ok);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph-url", "login-url"})
  void sendsNothingToAServerWhoseCertificateIsNotTrusted(String setting, @TempDir Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var impostor = SelfSignedServer.start(directory);
        var store = side.store(Map.of(setting, impostor.address()))) {
      assertThat(publish(store, file("a.csv", TEXT)))
          .isInstanceOfSatisfying(
              Publication.TargetRefused.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("certificate"));
      assertThat(impostor.requests()).isZero();
    }
  }

  private Publication publish(FileToStore file, Overwrite overwrite) {
    try (var store = side.connect()) {
      return store.publish(file, overwrite, Deadline.in(Duration.ofMinutes(1)));
    }
  }

  private static Publication publish(FileStore store, FileToStore file) {
    return store.publish(file, Overwrite.REPLACE, Deadline.in(Duration.ofMinutes(1)));
  }
}
