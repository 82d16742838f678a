package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @TempDir Path directory;

  @Test
  void awaitsTheReadyLineAndEndsByKill() {
    try (var child = child("serve")) {
      assertThat(child.awaitReady("server", PATIENCE)).isEqualTo("http://127.0.0.1:8080");

      child.kill();

      assertThat(child.isAlive()).isFalse();
      assertThat(child.output()).contains("colour=blue").doesNotContain("bye");
    }
  }

  @Test
  void runsHooksOnTerminate() {
    try (var child = child("serve")) {
      child.awaitReady("server", PATIENCE);

      child.terminate();

      assertThat(child.awaitExit(PATIENCE)).isEqualTo(143);
      assertThat(child.output()).contains("bye");
    }
  }

  @Test
  void freezesAndThaws() {
    try (var child = child("serve")) {
      child.awaitReady("server", PATIENCE);

      child.freeze();
      Eventually.soon().isTrue("stopped", () -> state(child).equals("T"));
      child.thaw();
      Eventually.soon().isTrue("running", () -> !state(child).equals("T"));

      assertThat(child.isAlive()).isTrue();
    }
  }

  @Test
  void saysAtOnceThatTheChildEndedWithoutTheLine() {
    try (var child = child("end")) {
      assertThatThrownBy(() -> child.awaitReady("server", PATIENCE))
          .hasMessageContaining("ended without")
          .hasMessageContaining("nothing to do");
      assertThat(child.awaitExit(PATIENCE)).isEqualTo(3);
    }
  }

  private JavaProcess child(String what) {
    return JavaCommand.of(Child.class)
        .withSystemProperty("colour", "blue")
        .withArguments(what)
        .start(directory.resolve("out.log"));
  }

  /** Third field of /proc/PID/stat: T means stopped. */
  private static String state(JavaProcess child) throws IOException {
    var stat = Files.readString(Path.of("/proc", Long.toString(child.pid()), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", 2)[0];
  }

  /** The program under test. */
  static final class Child {
    public static void main(String[] args) throws InterruptedException {
      if (args[0].equals("end")) {
        System.out.println("nothing to do");
        System.exit(3);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye")));
      System.out.println("colour=" + System.getProperty("colour"));
      System.out.println("server ready http://127.0.0.1:8080");
      Thread.currentThread().join();
    }
  }
}
