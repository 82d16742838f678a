package dev.patchbay.spi.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Deadline;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a publication whose answer was lost; stores test the rest on real servers. */
class PublisherTest {
  private static final StorePath PATH = StorePath.of("a.csv");

  @ParameterizedTest
  @EnumSource
  void isStoredIfItIsSeenToStandThere(Overwrite overwrite) {
    var shelf = new DeafShelf(true, "");

    assertThat(publish(shelf, overwrite)).isEqualTo(new Publication.Stored(PATH));
    assertThat(shelf.files).isEqualTo(Map.of(PATH, "new"));
  }

  @ParameterizedTest
  @EnumSource
  void isUnknownIfNoneStandsThereYet(Overwrite overwrite) {
    assertThat(publish(new DeafShelf(false, ""), overwrite))
        .isInstanceOf(Publication.Unknown.class);
  }

  @Test
  void makesRoomForAnotherThatCameFirst() {
    assertThat(publish(new DeafShelf(false, "other"), Overwrite.REFUSE))
        .isEqualTo(new Publication.Exists(PATH));
    assertThat(publish(new DeafShelf(false, "other"), Overwrite.NEW_NAME))
        .isEqualTo(new Publication.Stored(PATH.numbered(2)));
  }

  @Test
  void isUnknownIfAnotherStandsThereThatIsToBeReplaced() {
    assertThat(publish(new DeafShelf(false, "other"), Overwrite.REPLACE))
        .isInstanceOf(Publication.Unknown.class);
  }

  private static Publication publish(Shelf shelf, Overwrite overwrite) {
    var content = "new".getBytes(UTF_8);
    var file =
        new FileToStore(
            PATH,
            content.length,
            Sha256.of(content),
            "text/csv",
            Map.of(),
            () -> new ByteArrayInputStream(content));
    return new Publisher(shelf).publish(file, overwrite, Deadline.in(Duration.ofMinutes(1)));
  }

  /** Its first answer is lost. */
  private static final class DeafShelf implements Shelf {
    private final Map<StorePath, String> files = new HashMap<>();
    private final boolean puts;
    private final String others;
    private boolean heard;

    /**
     * @param puts whether it does what it is asked, the first time
     * @param others what somebody else puts there meanwhile, if not empty
     */
    DeafShelf(boolean puts, String others) {
      this.puts = puts;
      this.others = others;
    }

    @Override
    public OptionalLong length(StorePath path, Deadline deadline) {
      var content = files.get(path);
      return content == null ? OptionalLong.empty() : OptionalLong.of(content.length());
    }

    @Override
    public String sha256(StorePath path, Deadline deadline) {
      return Sha256.of(files.getOrDefault(path, "").getBytes(UTF_8));
    }

    @Override
    public void replace(FileToStore file, Deadline deadline) throws StoreFailure {
      put(file.path());
    }

    @Override
    public boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
      put(path);
      return true;
    }

    private void put(StorePath path) throws StoreFailure {
      boolean first = !heard;
      heard = true;
      if (!first || puts) {
        files.put(path, "new");
      }
      if (first && !others.isEmpty()) {
        files.put(path, others);
      }
      if (first) {
        throw StoreFailure.unknown("no-answer", "No answer came.");
      }
    }
  }
}
