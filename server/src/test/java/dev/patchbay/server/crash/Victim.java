package dev.patchbay.server.crash;

import dev.patchbay.core.delivery.Stage;
import dev.patchbay.server.Main;
import dev.patchbay.server.demo.Pause;
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
  private static final Duration LONGEST_START = Duration.ofSeconds(90);
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(30);
  private static final Duration LONGEST_END = Duration.ofMinutes(2);

  private final Path directory;
  private final JavaCommand command;
  private JavaProcess process;
  private int lives;

  /**
   * Starts the first life.
   *
   * @param trains whether it takes notes for the others, which costs it a part of its own speed
   */
  private Victim(Path directory, JavaCommand command, boolean trains) {
    this.directory = directory;
    this.command = command;
    this.process = born(trains ? command.withJvmArguments(training()) : command);
  }

  /** Starts its first life, which ends in order and shortens the start of the others. */
  static Victim start(Path directory, String databaseUrl, String googleUrl, Ports ports) {
    var command =
        command(directory, directory, databaseUrl, ports)
            .withArguments("--google-root-url", googleUrl);
    return new Victim(directory, command, true);
  }

  /**
   * Starts one of several nodes.
   *
   * @param secrets where all nodes have their key file and the administrator's key
   */
  static Victim node(Path directory, Path secrets, String databaseUrl, Ports ports) {
    return new Victim(directory, command(directory, secrets, databaseUrl, ports), false);
  }

  private static JavaCommand command(
      Path directory, Path secrets, String databaseUrl, Ports ports) {
    return withoutTests(JavaCommand.of(Main.class))
        .withSystemProperty("patchbay.halt", "file=" + directory.resolve("halt-at"))
        .withArguments("server", "--database-url", databaseUrl)
        .withArguments("--key-file", secrets.resolve("secret.key").toString())
        .withArguments("--admin-key-out", secrets.resolve("admin.key").toString())
        .withArguments("--port", Integer.toString(ports.api()))
        .withArguments("--management-port", Integer.toString(ports.management()));
  }

  /** Ends in order and starts again. */
  void restart() {
    process.terminate();
    process.awaitExit(LONGEST_END);
    rise();
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

  /** Stands still, as in a long pause of its machine, and goes on. */
  void freeze(Duration time) {
    process.freeze();
    try {
      Pause.of(time);
    } finally {
      process.thaw();
    }
  }

  /** Starts again, returns when it answers. */
  void rise() {
    process = born(command.withJvmArguments(trained()));
  }

  @Override
  public void close() {
    process.close();
  }

  private JavaProcess born(JavaCommand how) {
    lives++;
    var born = how.start(directory.resolve("server-" + lives + ".log"));
    born.awaitReady("server", LONGEST_START);
    return born;
  }

  private String[] training() {
    return isOfJars() ? new String[] {"-XX:AOTCacheOutput=" + cache()} : new String[0];
  }

  private String[] trained() {
    return Files.exists(cache()) ? new String[] {"-XX:AOTCache=" + cache()} : new String[0];
  }

  private Path cache() {
    return directory.resolve("server.aot");
  }

  /** Directories are left out where the server itself comes from a jar. */
  private static JavaCommand withoutTests(JavaCommand all) {
    var source = Main.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    var jars = all.classPath().stream().filter(entry -> entry.endsWith(".jar")).toList();
    return source.endsWith(".jar")
        ? new JavaCommand(all.mainClass(), jars, all.jvmArguments(), all.arguments())
        : all;
  }

  /** A cache of classes can be made of jars only. */
  private boolean isOfJars() {
    return command.classPath().stream().allMatch(entry -> entry.endsWith(".jar"));
  }
}
