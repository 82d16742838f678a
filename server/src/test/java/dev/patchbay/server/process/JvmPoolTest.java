package dev.patchbay.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.process.ChildJvm.Ending;
import dev.patchbay.testkit.Eventually;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are kept for the next order. */
class JvmPoolTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private ChildProcesses children;
  private JvmPool pool;

  @BeforeEach
  void open() {
    children = new ChildProcesses(folder.resolve("work"));
    pool = pool(new JvmPool.Lifetime(100, LONG));
  }

  /** Writes its number into the file that is the last word, and does what the first one says. */
  public static final class Clerk {
    private Clerk() {}

    /** Goes on until it is told otherwise. */
    public static void main(String[] args) throws Exception {
      var in = new DataInputStream(System.in);
      while (true) {
        int count = in.readInt();
        var words = new String[count];
        for (int i = 0; i < count; i++) {
          words[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
        Files.writeString(Path.of(words[1]), "" + ProcessHandle.current().pid());
        switch (words[0]) {
          case "next" -> System.out.write(1);
          case "last" -> System.out.write(0);
          case "die" -> Runtime.getRuntime().halt(3);
          default -> Thread.currentThread().join();
        }
        System.out.flush();
      }
    }
  }

  private JvmPool pool(JvmPool.Lifetime lifetime) {
    try {
      var path = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
      var environment = ChildJvm.Environment.BARE;
      var clerk = Clerk.class.getName();
      return new JvmPool(
          new ChildJvm(path.toString(), clerk, "32m", environment, children), lifetime);
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @AfterEach
  void close() {
    pool.close();
    children.close();
  }

  @Test
  void oneProcessCarriesOutManyOrders() throws IOException {
    var first = processOf("next");

    assertThat(processOf("next")).isEqualTo(first);
    assertThat(processOf("last")).isEqualTo(first);
    assertThat(processOf("next")).isNotEqualTo(first);
  }

  @Test
  void oneThatHasEndedIsReplaced() throws IOException {
    var first = processOf("die");
    var second = processOf("next");
    ProcessHandle.of(second).orElseThrow().destroyForcibly();
    ProcessHandle.of(second).ifPresent(process -> process.onExit().join());

    assertThat(List.of(first, second)).doesNotContain(processOf("next"));
  }

  @Test
  void oneThatTakesTooLongIsKilled() throws IOException {
    assertThat(pool.carryOut(order("stay"), Duration.ofSeconds(5))).isEqualTo(Ending.TOO_LATE);

    var late = told();
    assertThat(processOf("next")).isNotEqualTo(late);
    awaitEnd(late);
  }

  @Test
  void anotherIsStartedWhileOneIsBusy() throws Exception {
    var busy = order("stay");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ending = threads.submit(() -> pool.carryOut(busy, LONG));
      Eventually.soon().isTrue("it is busy", () -> Files.exists(Path.of(busy.getLast())));
      var other = folder.resolve("other").toString();

      assertThat(pool.carryOut(List.of("next", other), LONG)).isEqualTo(Ending.BY_ITSELF);

      children.close();
      assertThat(ending.get()).isEqualTo(Ending.STOPPED);
      assertThat(pool.carryOut(order("next"), LONG)).isEqualTo(Ending.STOPPED);
    }
  }

  @Test
  void oneThatHasDoneEnoughOrHasNothingToDoEnds() throws IOException {
    pool.close();
    pool = pool(new JvmPool.Lifetime(2, LONG));
    var first = processOf("next");
    assertThat(processOf("next")).isEqualTo(first);
    awaitEnd(first);
    pool.close();
    pool = pool(new JvmPool.Lifetime(100, Duration.ofMillis(1)));

    awaitEnd(processOf("next"));
  }

  @Test
  void nothingIsLeftOfOneThatHasEnded() throws IOException {
    var process = processOf("next");

    pool.close();

    awaitEnd(process);
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  private static void awaitEnd(long process) {
    Eventually.soon()
        .isTrue(
            "it ends", () -> ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
  }

  private long processOf(String word) throws IOException {
    assertThat(pool.carryOut(order(word), LONG)).isEqualTo(Ending.BY_ITSELF);
    return told();
  }

  private List<String> order(String word) {
    return List.of(word, folder.resolve("told").toString());
  }

  private long told() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("told")));
  }
}
