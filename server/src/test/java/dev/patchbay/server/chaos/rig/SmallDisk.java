package dev.patchbay.server.chaos.rig;

import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A PostgreSQL on a small file system in memory that nobody else sees: Linux lets every user have
 * one in a name space of their own, unless it was told not to.
 */
public final class SmallDisk implements HubDatabase {
  private static final Duration START = Duration.ofSeconds(60);
  private static final List<String> NAMESPACE =
      List.of("unshare", "--user", "--map-root-user", "--mount");
  private static final String MOUNT =
      "mount -t tmpfs -o size=220m tmpfs \"$1\" && shift && exec \"$@\"";

  private final Path orders;
  private final JavaProcess process;
  private final int port;

  private SmallDisk(Path orders, JavaProcess process) {
    this.orders = orders;
    this.process = process;
    this.port = Integer.parseInt(process.awaitLine("^postgres at (\\d+)$", START).group(1));
  }

  /** Whether this machine allows it. */
  public static boolean possible() {
    try {
      var command = new ArrayList<>(NAMESPACE);
      command.add("true");
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Starts it. */
  public static SmallDisk start(Path directory) {
    try {
      var disk = Files.createDirectories(directory.resolve("disk"));
      var orders = Files.createDirectories(directory.resolve("orders"));
      var before = new ArrayList<>(NAMESPACE);
      before.addAll(List.of("sh", "-c", MOUNT, "sh", disk.toString()));
      var process =
          JavaCommand.of(SmallDiskMain.class)
              .withArguments(disk.toString(), orders.toString())
              .startWithin(before, directory.resolve("small-disk.log"));
      return new SmallDisk(orders, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves no room, not for a byte. */
  public void fill() throws IOException {
    Files.createFile(orders.resolve(SmallDiskMain.FULL));
  }

  /** There is room again. */
  public void free() throws IOException {
    Files.delete(orders.resolve(SmallDiskMain.FULL));
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Properties login() {
    try (var in = Files.newBufferedReader(orders.resolve(SmallDiskMain.LOGIN))) {
      var login = new Properties();
      login.load(in);
      return login;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
