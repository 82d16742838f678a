package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publication.Stored;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every file store keeps, above all: a file stands there whole or not at all. */
public abstract class FileStoreContract {
  private static final int MEGABYTE = 1 << 20;
  private static final byte[] OLD = "old".getBytes(UTF_8);
  private static final byte[] NEW = "new content".getBytes(UTF_8);
  private static final byte[] NEWER = "newer than that".getBytes(UTF_8);

  private StoreSide side;
  private FileStore store;

  /** Where the store puts files; empty, opened anew for each test. */
  protected abstract StoreSide open();

  @BeforeEach
  final void openSide() {
    side = open();
    store = side.connect();
  }

  @AfterEach
  final void closeSide() {
    store.close();
    side.close();
  }

  @Test
  void putsAFileInItsFoldersAndMakesThem() {
    assertThat(publish("reports/2026/requests.csv", NEW, Overwrite.REFUSE))
        .isEqualTo(new Stored(StorePath.of("reports/2026/requests.csv")));

    assertThat(side.names()).containsExactly("reports/2026/requests.csv");
    assertThat(side.read("reports/2026/requests.csv")).isEqualTo(NEW);
    assertThat(side.leftovers()).isZero();
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
        "a'b\"c;d=e,f.csv",
        ".hidden",
        "no ending",
        "Ordner ä/[x] {y}/ß.csv"
      })
  void keepsNamesAsTheyAreOrSaysThatTheyCannotBe(String name) {
    if (!side.takes(name)) {
      assertThat(publish(name, NEW, Overwrite.NEW_NAME))
          .isInstanceOfSatisfying(
              Publication.Rejected.class,
              refused -> assertThat(refused.cause().code()).isEqualTo("name-refused"));
      assertThat(side.names()).isEmpty();
      return;
    }
    assertThat(publish(name, NEW, Overwrite.NEW_NAME)).isEqualTo(new Stored(StorePath.of(name)));

    assertThat(side.names()).containsExactly(name);
    assertThat(side.read(name)).isEqualTo(NEW);
    assertThat(find(name, NEW)).isInstanceOf(Standing.Same.class);
  }

  @Test
  void storesAnEmptyFile() {
    assertThat(publish("empty.csv", new byte[0], Overwrite.REPLACE)).isInstanceOf(Stored.class);

    assertThat(side.read("empty.csv")).isEmpty();
  }

  @Test
  void storesTwentyMegabytes() {
    var content = new byte[20 * MEGABYTE];
    new Random(20_261_126).nextBytes(content);

    assertThat(publish("large.bin", content, Overwrite.REFUSE)).isInstanceOf(Stored.class);

    assertThat(Arrays.equals(side.read("large.bin"), content)).isTrue();
    assertThat(find("large.bin", content)).isInstanceOf(Standing.Same.class);
  }

  @Test
  void replacesWhatStandsThere() {
    side.put("a/b.csv", OLD);

    assertThat(publish("a/b.csv", NEW, Overwrite.REPLACE)).isInstanceOf(Stored.class);

    assertThat(side.names()).containsExactly("a/b.csv");
    assertThat(side.read("a/b.csv")).isEqualTo(NEW);
  }

  @Test
  void leavesWhatStandsThereWhereItMustNotBeReplaced() {
    side.put("a/b.csv", OLD);

    assertThat(publish("a/b.csv", NEW, Overwrite.REFUSE))
        .isEqualTo(new Publication.Exists(StorePath.of("a/b.csv")));

    assertThat(side.read("a/b.csv")).isEqualTo(OLD);
    assertThat(side.leftovers()).isZero();
  }

  @Test
  void findsANameThatIsFree() {
    side.put("a/b.csv", OLD);
    side.put("a/b (2).csv", OLD);

    assertThat(publish("a/b.csv", NEW, Overwrite.NEW_NAME))
        .isEqualTo(new Stored(StorePath.of("a/b (3).csv")));

    assertThat(side.read("a/b.csv")).isEqualTo(OLD);
    assertThat(side.read("a/b (3).csv")).isEqualTo(NEW);
  }

  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void storesTheSameFileOnceHoweverOftenItIsPublished(Overwrite overwrite) {
    side.put("other.csv", OLD);
    var first = publish("a/b.csv", NEW, overwrite);

    try (var other = side.connect()) {
      assertThat(publish(other, file("a/b.csv", NEW), overwrite)).isEqualTo(first);
    }

    assertThat(side.names()).containsExactlyInAnyOrder("other.csv", "a/b.csv");
  }

  @Test
  void storesTheSameFileOnceUnderItsNumberToo() {
    side.put("b.csv", OLD);
    publish("b.csv", NEW, Overwrite.NEW_NAME);

    assertThat(publish("b.csv", NEW, Overwrite.NEW_NAME))
        .isEqualTo(new Stored(StorePath.of("b (2).csv")));
    assertThat(side.names()).containsExactlyInAnyOrder("b.csv", "b (2).csv");
  }

  @Test
  void tellsWhatStandsThere() {
    side.put("b.csv", OLD);

    assertThat(find("b.csv", OLD)).isInstanceOf(Standing.Same.class);
    assertThat(find("b.csv", NEW)).isInstanceOf(Standing.Other.class);
    assertThat(find("a/c.csv", NEW)).isInstanceOf(Standing.Absent.class);
  }

  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void showsNoReaderAPartOfASlowFile(Overwrite overwrite) throws Exception {
    var content = new byte[9 * MEGABYTE];
    new Random(1).nextBytes(content);
    var seen = new HashSet<String>();
    var half = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var slow = file("slow/b.bin", content, () -> UnsteadyContent.slow(content, half, goOn));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Publication> publishing =
          threads.submit((Callable<Publication>) () -> publish(store, slow, overwrite));
      half.await();
      for (int look = 0; look < 3; look++) {
        seen.addAll(side.names());
      }
      goOn.countDown();
      assertThat(answer(publishing)).isEqualTo(new Stored(StorePath.of("slow/b.bin")));
    }

    assertThat(seen).isEmpty();
    assertThat(Arrays.equals(side.read("slow/b.bin"), content)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void leavesNothingOfAFileThatBreaksOff(Overwrite overwrite) throws StoreFailure {
    var content = new byte[9 * MEGABYTE];
    var broken = file("a/b.bin", content, () -> UnsteadyContent.breaking(content));

    assertThat(publish(store, broken, overwrite)).isInstanceOf(Publication.NotStored.class);

    assertThat(side.names()).isEmpty();
    store.sweep(Duration.ZERO);
    assertThat(side.leftovers()).isZero();
  }

  @Test
  void leavesTheOldFileWhereTheNewOneBreaksOff() {
    side.put("a/b.bin", OLD);
    var content = new byte[9 * MEGABYTE];

    publish(
        store,
        file("a/b.bin", content, () -> UnsteadyContent.breaking(content)),
        Overwrite.REPLACE);

    assertThat(side.names()).containsExactly("a/b.bin");
    assertThat(side.read("a/b.bin")).isEqualTo(OLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "new conten", "new content!", "new contenT"})
  void refusesContentThatIsNotWhatWasPromised(String actual) {
    var changed = file("a.csv", NEW, () -> new ByteArrayInputStream(actual.getBytes(UTF_8)));

    assertThat(publish(store, changed, Overwrite.REPLACE))
        .isInstanceOfSatisfying(
            Publication.Rejected.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("content-changed"));
    assertThat(side.names()).isEmpty();
    assertThat(side.leftovers()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void putsNothingInItsPlaceOnceTheFenceIsShut(Overwrite overwrite) {
    for (var content : List.of(NEW, new byte[9 * MEGABYTE])) {
      var fenced = file("a/b.bin", content).behind(FileStoreContract::shut);

      assertThat(publish(store, fenced, overwrite))
          .isInstanceOfSatisfying(
              Publication.NotStored.class,
              stopped -> assertThat(stopped.cause().code()).isEqualTo("shut"));
    }
    assertThat(side.names()).isEmpty();
    assertThat(side.leftovers()).isZero();
  }

  private static void shut() throws StoreFailure {
    throw StoreFailure.retryable("shut", "Another has it.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesWhatCameWhileItWasSent(boolean stood) {
    for (var content : List.of(NEW, new byte[9 * MEGABYTE])) {
      var path = "a/" + content.length + ".bin";
      if (stood) {
        side.put(path, OLD);
      }
      var stale = file(path, content).behind(() -> side.put(path, NEWER));

      assertThat(publish(store, stale, Overwrite.REPLACE))
          .isInstanceOfSatisfying(
              Publication.NotStored.class,
              left -> assertThat(left.cause().code()).isEqualTo("overtaken"));
      assertThat(side.read(path)).isEqualTo(NEWER);
    }
    assertThat(side.leftovers()).isZero();
  }

  @Test
  void sendsNothingOnceTheDeadlineHasPassed() {
    assertThat(store.publish(file("a.csv", NEW), Overwrite.REPLACE, Deadline.in(Duration.ZERO)))
        .isInstanceOf(Publication.NotStored.class);
    assertThat(side.names()).isEmpty();
  }

  @Test
  void givesEachOfManyThatComeAtOnceANameOfItsOwn() throws Exception {
    var expected = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          List.of("1", "2", "3", "4", "5", "6").stream()
              .map(text -> file("b.csv", text.getBytes(UTF_8)))
              .map(
                  file ->
                      threads.submit(
                          (Callable<Publication>) () -> publish(store, file, Overwrite.NEW_NAME)))
              .toList();
      for (var one : all) {
        assertThat(answer(one))
            .isInstanceOfSatisfying(Stored.class, stored -> expected.add(stored.path().toString()));
      }
    }

    assertThat(expected).hasSize(6);
    assertThat(side.names()).isEqualTo(expected);
    assertThat(side.names().stream().map(name -> new String(side.read(name), UTF_8)))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
  }

  @Test
  void namesACredentialThatIsWrong() {
    var stranger = side.stranger();
    Assumptions.assumeTrue(stranger.isPresent(), "it has no credentials");
    try (var store = stranger.get()) {
      assertThat(publish(store, file("a.csv", NEW), Overwrite.REPLACE))
          .isInstanceOf(Publication.CredentialRefused.class);
      assertThat(store.check()).anyMatch(step -> !step.ok());
    }
    assertThat(side.names()).isEmpty();
  }

  @Test
  void namesAPlaceThatDoesNotExist() {
    try (var misplaced = side.misplaced()) {
      assertThat(publish(misplaced, file("a.csv", NEW), Overwrite.REFUSE))
          .isInstanceOf(Publication.TargetRefused.class);
      assertThat(misplaced.check()).anyMatch(step -> !step.ok());
    }
  }

  @Test
  void checksWithoutLeavingATrace() {
    assertThat(store.check()).isNotEmpty().allMatch(CheckReport.Step::ok);

    assertThat(side.names()).isEmpty();
    assertThat(side.leftovers()).isZero();
  }

  private Publication publish(String path, byte[] content, Overwrite overwrite) {
    return publish(store, file(path, content), overwrite);
  }

  private static Publication publish(FileStore store, FileToStore file, Overwrite overwrite) {
    return store.publish(file, overwrite, Deadline.in(Duration.ofMinutes(1)));
  }

  private Standing find(String path, byte[] content) {
    return store.find(StorePath.of(path), Sha256.of(content), Deadline.in(Duration.ofMinutes(1)));
  }

  private static Publication answer(Future<Publication> publishing) throws InterruptedException {
    try {
      return publishing.get();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    }
  }

  /** A file of this content. */
  protected static FileToStore file(String path, byte[] content) {
    return file(path, content, () -> new ByteArrayInputStream(content));
  }

  /** A file that promises one content and, maybe, brings another. */
  protected static FileToStore file(String path, byte[] promised, FileToStore.Content content) {
    return new FileToStore(
        StorePath.of(path),
        promised.length,
        Sha256.of(promised),
        "application/octet-stream",
        Map.of("title", "Prüfbericht"),
        content);
  }
}
