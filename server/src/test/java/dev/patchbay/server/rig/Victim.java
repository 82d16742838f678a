package dev.patchbay.server.rig;

import dev.patchbay.core.delivery.Stage;
import dev.patchbay.server.Main;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A server process that dies or stands still on order and is started again in the same place. */
public final class Victim implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(90);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);
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
  public static Victim start(Path directory, String databaseUrl, String googleUrl, Ports ports) {
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
  public static Victim node(Path directory, Path secrets, String databaseUrl, Ports ports) {
    return new Victim(directory, command(directory, secrets, databaseUrl, ports), false);
  }

  private static JavaCommand command(
      Path directory, Path secrets, String databaseUrl, Ports ports) {
    return withoutTests(JavaCommand.of(Main.class))
        .withSystemProperty("patchbay.halt", "file=" + directory.resolve("halt-at"))
        .withSystemProperty("patchbay.clock", "file=" + directory.resolve("clock"))
        .withArguments("server", "--database-url", databaseUrl)
        .withArguments("--key-file", secrets.resolve("secret.key").toString())
        .withArguments("--admin-key-out", secrets.resolve("admin.key").toString())
        .withArguments("--port", Integer.toString(ports.api()))
        .withArguments("--management-port", Integer.toString(ports.management()));
  }

  /** Ends in order and starts again. */
  public void restart() {
    stop();
    rise();
  }

  /** Ends in order, as after SIGTERM; returns when it has. */
  public void stop() {
    process.terminate();
    process.awaitExit(LONGEST_END);
  }

  /** Dies as soon as it gets to the stage; returns when it is dead. */
  public void dieAt(Stage stage) throws IOException {
    write("halt-at", stage.name());
    process.awaitExit(LONGEST_LIFE);
  }

  /** Stands still for some time from the moment on at which it gets to the stage. */
  public void freezeAt(Stage stage, Duration time) throws IOException {
    write("halt-at", stage + " hold");
    var held = directory.resolve("halt-at.held");
    Eventually.within(LONGEST_LIFE).isTrue(stage + " is reached", () -> Files.exists(held));
    process.freeze();
    try {
      Pause.of(time);
      Files.delete(held);
    } finally {
      process.thaw();
    }
  }

  /** From now on, or nearly so, its clock is wrong by that much. */
  public void shiftClock(Duration shift) throws IOException {
    write("clock", shift.toString());
  }

  /** What it said in all its lives. */
  public String output() throws IOException {
    var all = new StringBuilder();
    for (int life = 1; life <= lives; life++) {
      all.append(Files.readString(log(life)));
    }
    return all.toString();
  }

  /** Dies wherever it is just now. */
  public void dieNow() {
    process.kill();
  }

  /** Stands still, as in a long pause of its machine, and goes on. */
  public void freeze(Duration time) {
    process.freeze();
    try {
      Pause.of(time);
    } finally {
      process.thaw();
    }
  }

  /** Stands still from now on. */
  public void freeze() {
    process.freeze();
  }

  /** Goes on after that. */
  public void thaw() {
    process.thaw();
  }

  /** Number of the process in its present life; the name of a node ends with it. */
  public long pid() {
    return process.pid();
  }

  /** Starts again, returns when it answers. */
  public void rise() {
    process = born(command.withJvmArguments(trained()));
  }

  @Override
  public void close() {
    process.close();
  }

  private void write(String file, String content) throws IOException {
    var draft = Files.writeString(directory.resolve(file + ".new"), content);
    Files.move(draft, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path log(int life) {
    return directory.resolve("server-" + life + ".log");
  }

  private JavaProcess born(JavaCommand how) {
    lives++;
    var born = how.start(log(lives));
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
