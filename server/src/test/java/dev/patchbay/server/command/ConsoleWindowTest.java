package dev.patchbay.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleWindowTest {
  @TempDir private Path folder;

  private List<String> program(String then) {
    return List.of("sh", "-c", "echo $$ > \"$0.part\"; mv \"$0.part\" \"$0\"; " + then, pidFile());
  }

  private String pidFile() {
    return folder.resolve("pid").toString();
  }

  private ProcessHandle child() {
    var file = folder.resolve("pid");
    Eventually.soon().isTrue("no process came", () -> Files.exists(file));
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysThatTheConsoleHasEnded() throws IOException, InterruptedException {
    var ended = new CountDownLatch(1);
    try (var window = ConsoleWindow.of(List.of("sh", "-c", "exit 1"), ended::countDown)) {
      assertThat(window).isNotNull();
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void endsTheConsoleWithTheDemoWithoutAWord() throws IOException {
    var ended = new AtomicInteger();
    ProcessHandle child;
    try (var window = ConsoleWindow.of(program("exec sleep 600"), ended::incrementAndGet)) {
      assertThat(window).isNotNull();
      child = child();
      assertThat(child.isAlive()).isTrue();
    }
    Eventually.soon().isTrue("the console lives on", () -> !child.isAlive());
    assertThat(ended).hasValue(0);
  }
}
