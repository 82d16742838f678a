package dev.patchbay.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publication.NotStored;
import dev.patchbay.spi.store.Publication.Stored;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every file store keeps that is reached by a network, however that breaks. */
public abstract class FileStoreNetworkContract {
  private static final byte[] TEXT = "text".getBytes(UTF_8);
  private static final int TRIES = 5;

  private NetworkSide side;
  private TcpFaultProxy proxy;
  private FileStore store;
  private byte[] large;

  /** Where the store puts files; empty, opened anew for each test. */
  protected abstract NetworkSide openNetwork();

  @BeforeEach
  final void openSide() {
    side = openNetwork();
    proxy = TcpFaultProxy.to(side.port());
    store = side.through(proxy.port());
    large = new byte[side.large()];
    new Random(4).nextBytes(large);
  }

  @AfterEach
  final void closeSide() {
    store.close();
    proxy.close();
    side.close();
  }

  @Test
  void waitsForAServerThatIsDown() {
    proxy.close();

    assertThat(publish(file("a.csv", TEXT), Overwrite.REPLACE))
        .isInstanceOfSatisfying(
            NotStored.class, later -> assertThat(later.cause().code()).isEqualTo("unreachable"));
  }

  @Test
  void leavesNothingWhereTheConnectionBreaksInTheMiddle() throws StoreFailure {
    assertThat(publish(cutAtHalf("a/b.bin"), Overwrite.REFUSE)).isInstanceOf(NotStored.class);
    assertThat(side.names()).isEmpty();

    proxy.heal();
    sweep();
    assertThat(side.leftovers()).isZero();
    assertThat(publishAgain(Overwrite.REFUSE)).isInstanceOf(Stored.class);
    assertThat(side.read("a/b.bin")).isEqualTo(large);
  }

  @Test
  void aFileThatBrokeOffIsStoredAtTheNextTryWhetherItWasSweptOrNot() throws StoreFailure {
    publish(cutAtHalf("a/b.bin"), Overwrite.REPLACE);

    proxy.heal();
    assertThat(publishAgain(Overwrite.REPLACE)).isInstanceOf(Stored.class);
    sweep();
    assertThat(side.leftovers()).isZero();
    assertThat(side.read("a/b.bin")).isEqualTo(large);
  }

  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void aSmallFileWhoseAnswerIsLostIsFoundAndNotStoredTwice(Overwrite overwrite) {
    proxy.inject(new Fault.CutAnswerTo(side.placesSmall()));
    storesOnce(TEXT, overwrite);
  }

  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void aLargeFileWhoseAnswerIsLostIsFoundAndNotStoredTwice(Overwrite overwrite) {
    proxy.inject(new Fault.CutAnswerTo(side.placesLarge()));
    storesOnce(large, overwrite);
  }

  @Test
  void aFileThatTakesTheOldOnesPlaceDoesSoOnceThoughTheAnswerIsLost() {
    side.put("a/b.csv", "old".getBytes(UTF_8));
    proxy.inject(new Fault.CutAnswerTo(side.placesSmall()));
    storesOnce(TEXT, Overwrite.REPLACE);
  }

  @Test
  void aCallThatHangsEndsWithTheDeadline() {
    proxy.inject(new Fault.HalfOpen(Fault.Direction.ANSWER));
    long started = System.nanoTime();

    assertThat(store.publish(file("a.csv", TEXT), Overwrite.REPLACE, in(1)))
        .isInstanceOf(NotStored.class);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void anUploadThatTakesTooLongEndsWithTheDeadline() {
    proxy.inject(new Fault.Throttle(1 << 20));

    assertThat(store.publish(file("a.bin", large), Overwrite.REPLACE, in(1)))
        .isInstanceOf(NotStored.class);
    Eventually.soon().isTrue("it is still being sent", () -> proxy.openConnections() == 0);
    assertThat(side.names()).isEmpty();
  }

  /** As a node does that stood still for longer than its lease, and wakes. */
  @ParameterizedTest
  @EnumSource(Overwrite.class)
  void anUploadThatGoesOnAfterAnotherNodeStoredTheFileAddsNone(Overwrite overwrite)
      throws StoreFailure {
    var woken = publish(overtaken("a/b.bin", overwrite), overwrite);

    var answer = woken instanceof NotStored ? publishAgain(overwrite) : woken;
    assertThat(answer).isEqualTo(new Stored(StorePath.of("a/b.bin")));
    assertThat(side.names()).containsExactly("a/b.bin");
    assertThat(side.read("a/b.bin")).isEqualTo(large);
    sweep();
    assertThat(side.leftovers()).isZero();
  }

  /** While half of it is read, another has sent all of it. */
  private FileToStore overtaken(String path, Overwrite overwrite) {
    var overtaken = new AtomicBoolean();
    return file(
        path,
        large,
        () ->
            new ByteArrayInputStream(large) {
              @Override
              public synchronized int read(byte[] bytes, int offset, int length) {
                if (pos + length > buf.length / 2 && !overtaken.getAndSet(true)) {
                  storedByAnother(overwrite);
                }
                return super.read(bytes, offset, length);
              }
            });
  }

  private void storedByAnother(Overwrite overwrite) {
    try (var other = side.connect()) {
      var _ = other.publish(file("a/b.bin", large), overwrite, in(30));
    }
  }

  private void storesOnce(byte[] content, Overwrite overwrite) {
    var expected = new Stored(StorePath.of("a/b.csv"));
    assertThat(publish(file("a/b.csv", content), overwrite)).isEqualTo(expected);

    proxy.heal();
    assertThat(store.find(StorePath.of("a/b.csv"), Sha256.of(content), in(30)))
        .isInstanceOf(Standing.Same.class);
    assertThat(publish(file("a/b.csv", content), overwrite)).isEqualTo(expected);
    assertThat(side.names()).containsExactly("a/b.csv");
    assertThat(side.read("a/b.csv")).isEqualTo(content);
    assertThat(side.leftovers()).isZero();
  }

  private Publication publish(FileToStore file, Overwrite overwrite) {
    return store.publish(file, overwrite, in(30));
  }

  /** As the hub does: a connection that was cut may be found to be only when it is used. */
  private Publication publishAgain(Overwrite overwrite) {
    var answer = publish(file("a/b.bin", large), overwrite);
    for (int tries = 1; tries < TRIES && answer instanceof NotStored; tries++) {
      answer = publish(file("a/b.bin", large), overwrite);
    }
    return answer;
  }

  private void sweep() throws StoreFailure {
    for (int tries = 1; tries < TRIES; tries++) {
      try {
        store.sweep(Duration.ZERO);
        return;
      } catch (StoreFailure _) {
        // A connection that was cut; the last try says it.
      }
    }
    store.sweep(Duration.ZERO);
  }

  private FileToStore cutAtHalf(String path) {
    return file(
        path,
        large,
        () ->
            new ByteArrayInputStream(large) {
              @Override
              public synchronized int read(byte[] bytes, int offset, int length) {
                if (pos + length > buf.length / 2) {
                  proxy.inject(new Fault.Cut());
                }
                return super.read(bytes, offset, length);
              }
            });
  }

  private static Deadline in(int seconds) {
    return Deadline.in(Duration.ofSeconds(seconds));
  }

  private static FileToStore file(String path, byte[] content) {
    return file(path, content, () -> new ByteArrayInputStream(content));
  }

  private static FileToStore file(String path, byte[] promised, FileToStore.Content content) {
    return new FileToStore(
        StorePath.of(path), promised.length, Sha256.of(promised), "text/csv", Map.of(), content);
  }
}
