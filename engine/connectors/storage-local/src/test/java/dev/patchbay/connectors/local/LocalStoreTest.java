package dev.patchbay.connectors.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.testkit.FileStoreContract;
import dev.patchbay.testkit.StoreSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalStoreTest extends FileStoreContract {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  @TempDir private Path root;
  @TempDir private Path elsewhere;

  @Override
  protected StoreSide open() {
    return new Directory(root);
  }

  @Test
  void doesNotFollowALinkOutOfItsDirectory() throws IOException {
    Files.createSymbolicLink(root.resolve("out"), elsewhere);

    assertThat(publish("out/a.csv", Overwrite.REPLACE))
        .isInstanceOfSatisfying(
            Publication.TargetRefused.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("link"));
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void replacesALinkAndNotWhatItLeadsTo() throws IOException {
    var outside = Files.writeString(elsewhere.resolve("a.csv"), "outside");
    Files.createSymbolicLink(root.resolve("a.csv"), outside);

    assertThat(publish("a.csv", Overwrite.REPLACE)).isInstanceOf(Publication.Stored.class);
    assertThat(outside).hasContent("outside");
    assertThat(root.resolve("a.csv")).hasContent("text").isRegularFile();
    assertThat(Files.isSymbolicLink(root.resolve("a.csv"))).isFalse();
  }

  @Test
  void aWorkshopThatIsALinkIsNotUsed() throws IOException {
    Files.createSymbolicLink(root.resolve(".patchbay"), elsewhere);

    assertThat(publish("a.csv", Overwrite.REPLACE)).isInstanceOf(Publication.TargetRefused.class);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder", "file/a.csv"})
  void namesWhatIsInTheWay(String path) throws IOException {
    Files.createDirectory(root.resolve("folder"));
    Files.writeString(root.resolve("file"), "x");

    assertThat(publish(path, Overwrite.REPLACE)).isInstanceOf(Publication.Rejected.class);
  }

  @Test
  void sweepsOnlyWhatIsOldEnough() throws IOException, StoreFailure {
    var workshop = Files.createDirectory(root.resolve(".patchbay"));
    var old = Files.writeString(workshop.resolve("old.part"), "x");
    var young = Files.writeString(workshop.resolve("young.part"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

    try (var store = new Directory(root).connect()) {
      assertThat(store.sweep(Duration.ofDays(1))).isEqualTo(1);
    }
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aDirectoryIsNamedFromTheRootOn() {
    assertThat(new LocalType().faults(Map.of("directory", "files")))
        .extracting(SettingFault::setting)
        .containsExactly("directory");
    assertThat(new LocalType().faults(Map.of("directory", root.toString()))).isEmpty();
  }

  private Publication publish(String path, Overwrite overwrite) {
    try (var store = new Directory(root).connect()) {
      return store.publish(file(path, TEXT), overwrite, Deadline.in(Duration.ofMinutes(1)));
    }
  }
}
