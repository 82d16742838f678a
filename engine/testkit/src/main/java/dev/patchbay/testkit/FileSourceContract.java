package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FileSource.Moved;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps whose files are taken. */
public abstract class FileSourceContract {
  private static final byte[] TEXT = "some text".getBytes(UTF_8);
  private static final List<String> IN = List.of("in");

  private StoreSide side;
  private FileStore store;
  private FileSource source;

  /** Where files stand; empty, opened anew for each test. */
  protected abstract StoreSide open();

  @BeforeEach
  final void openSide() {
    side = open();
    store = side.connect();
    source = store.source().orElseThrow();
  }

  @AfterEach
  final void closeSide() {
    store.close();
    side.close();
  }

  @Test
  void listsTheFilesOfAFolderByNameAndNoOthers() throws StoreFailure {
    side.put("in/b.csv", TEXT);
    side.put("in/a.csv", new byte[0]);
    side.put("in/done/c.csv", TEXT);
    side.put("elsewhere.csv", TEXT);
    side.put(".patchbay/d.part", TEXT);

    assertThat(source.list(IN, soon()))
        .extracting(FoundFile::path)
        .containsExactly(StorePath.of("in/a.csv"), StorePath.of("in/b.csv"));
    assertThat(source.list(IN, soon())).extracting(FoundFile::length).containsExactly(0L, 9L);
    assertThat(found("in/b.csv").changed())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(source.list(List.of(), soon()))
        .extracting(FoundFile::path)
        .containsExactly(StorePath.of("elsewhere.csv"));
  }

  @Test
  void tellsAFileThatHasGrown() throws StoreFailure {
    side.put("in/a.csv", TEXT);
    var before = found("in/a.csv");
    assertThat(found("in/a.csv")).isEqualTo(before);
    side.put("in/a.csv", "more than that".getBytes(UTF_8));
    assertThat(found("in/a.csv")).isNotEqualTo(before);
  }

  @Test
  void ofAFolderThatIsNotThereNothingIsListed() {
    try {
      assertThat(source.list(List.of("nowhere"), soon())).isEmpty();
    } catch (StoreFailure failure) {
      assertThat(failure.publication()).isInstanceOf(Publication.TargetRefused.class);
      assertThat(failure).hasMessageContaining("'nowhere'");
    }
  }

  @Test
  void aStoreThatIsNotThereIsAFailure() {
    try (var misplaced = side.misplaced()) {
      assertThatThrownBy(() -> misplaced.source().orElseThrow().list(IN, soon()))
          .isInstanceOf(StoreFailure.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with some spaces.csv",
        "Prüfbericht für Köln.csv",
        "😀 requests.csv",
        "no #1.csv",
        "100%25 & more+.csv",
        "what?.csv",
        "a'b;d=e,f.csv",
        ".hidden"
      })
  void takesNamesAsTheyAre(String name) throws StoreFailure {
    side.put("in/" + name, TEXT);

    assertThat(read(found("in/" + name).path(), 100)).isEqualTo(TEXT);
    assertThat(source.move(found("in/" + name), StorePath.of("done/" + name), soon()))
        .isEqualTo(Moved.MOVED);
    assertThat(side.names()).containsExactly("done/" + name);
  }

  @Test
  void readsNoMoreThanItMay() throws StoreFailure {
    var content = new byte[3 << 20];
    side.put("in/a.bin", content);

    assertThat(read(StorePath.of("in/a.bin"), content.length)).isEqualTo(content);
    assertThatThrownBy(() -> read(StorePath.of("in/a.bin"), content.length - 1))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("in/a.bin");
    assertThatThrownBy(() -> read(StorePath.of("in/nothing"), 10))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("no longer there");
  }

  @Test
  void movesAFileAndMakesItsFolders() throws StoreFailure {
    side.put("in/a.csv", TEXT);
    var file = found("in/a.csv");

    assertThat(source.move(file, StorePath.of("in/done/2026/a.csv"), soon()))
        .isEqualTo(Moved.MOVED);

    assertThat(side.names()).containsExactly("in/done/2026/a.csv");
    assertThat(side.read("in/done/2026/a.csv")).isEqualTo(TEXT);
    assertThat(source.move(file, StorePath.of("in/done/2026/a.csv"), soon())).isEqualTo(Moved.GONE);
  }

  @Test
  void replacesNothingWhenItMoves() throws StoreFailure {
    side.put("in/a.csv", TEXT);
    side.put("done/a.csv", "older".getBytes(UTF_8));

    assertThat(source.move(found("in/a.csv"), StorePath.of("done/a.csv"), soon()))
        .isEqualTo(Moved.TAKEN);

    assertThat(side.names()).containsExactlyInAnyOrder("in/a.csv", "done/a.csv");
    assertThat(side.read("done/a.csv")).isEqualTo("older".getBytes(UTF_8));
  }

  @Test
  void leavesAFileThatIsNotAsItWasSeen() throws StoreFailure {
    side.put("in/a.csv", TEXT);
    var file = found("in/a.csv");
    side.put("in/a.csv", "another one".getBytes(UTF_8));

    assertThat(source.move(file, StorePath.of("done/a.csv"), soon())).isEqualTo(Moved.CHANGED);

    assertThat(side.names()).containsExactly("in/a.csv");
  }

  private FoundFile found(String path) throws StoreFailure {
    var place = StorePath.of(path);
    return source.list(place.folders(), soon()).stream()
        .filter(file -> file.path().equals(place))
        .findFirst()
        .orElseThrow();
  }

  private byte[] read(StorePath path, long most) throws StoreFailure {
    var out = new ByteArrayOutputStream();
    source.read(path, most, out, soon());
    return out.toByteArray();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMinutes(1));
  }
}
