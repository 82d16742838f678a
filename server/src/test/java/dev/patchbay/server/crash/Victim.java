package dev.patchbay.server.crash;

import dev.patchbay.core.delivery.Stage;
import dev.patchbay.server.Main;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A server process that dies on order and is started again in the same place. */
final class Victim implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(30);

  private final Path directory;
  private final JavaCommand command;
  private JavaProcess process;
  private int lives;

  private Victim(Path directory, JavaCommand command) {
    this.directory = directory;
    this.command = command;
    this.process = born();
  }

  static Victim start(Path directory, String databaseUrl, String googleUrl, Ports ports) {
    return new Victim(
        directory,
        JavaCommand.of(Main.class)
            .withSystemProperty("patchbay.halt", "file=" + directory.resolve("halt-at"))
            .withArguments("server", "--database-url", databaseUrl)
            .withArguments("--key-file", directory.resolve("secret.key").toString())
            .withArguments("--admin-key-out", directory.resolve("admin.key").toString())
            .withArguments("--google-root-url", googleUrl)
            .withArguments("--port", Integer.toString(ports.api()))
            .withArguments("--management-port", Integer.toString(ports.management())));
  }

  /** Dies as soon as it gets to the stage; returns when it is dead. */
  void dieAt(Stage stage) throws IOException {
    var draft = Files.writeString(directory.resolve("halt-at.new"), stage.name());
    Files.move(draft, directory.resolve("halt-at"), StandardCopyOption.ATOMIC_MOVE);
    process.awaitExit(LONGEST_LIFE);
  }

  /** Dies wherever it is just now. */
  void dieNow() {
    process.kill();
  }

  /** Starts again, returns when it answers. */
  void rise() {
    process = born();
  }

  @Override
  public void close() {
    process.close();
  }

  private JavaProcess born() {
    lives++;
    var born = command.start(directory.resolve("server-" + lives + ".log"));
    born.awaitReady("server", LONGEST_START);
    return born;
  }
}
