package dev.patchbay.server.rig;

import dev.patchbay.server.Main;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server process whose temporary files are on a file system in memory of its own, which runs full
 * when a test wants it to. Nothing else of this machine is touched by that.
 */
public final class NodeOnSmallDisk implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final List<String> NAMESPACE =
      List.of("unshare", "--user", "--map-root-user", "--mount");
  private static final String MOUNT =
      "mount -t tmpfs -o size=48m tmpfs \"$1\" && mkdir \"$1/tmp\" \"$1/store\" && shift"
          + " && exec \"$@\"";
  private static final String FILLER = "filler";
  private static final int PAGE = 4_096;

  private final Path disk;
  private final JavaProcess process;

  private NodeOnSmallDisk(Path disk, JavaProcess process) {
    this.disk = disk;
    this.process = process;
    process.awaitReady("server", START);
  }

  /** Starts it; needs name spaces for users. */
  public static NodeOnSmallDisk start(Path directory, String databaseUrl, Ports ports) {
    try {
      var disk = Files.createDirectories(directory.resolve("disk").toAbsolutePath());
      var command =
          JavaCommand.of(Main.class)
              .withSystemProperty("java.io.tmpdir", disk.resolve("tmp"))
              .withArguments("server", "--database-url", databaseUrl)
              .withArguments("--key-file", directory.resolve("secret.key").toString())
              .withArguments("--admin-key-out", directory.resolve("admin.key").toString())
              .withArguments("--port", Integer.toString(ports.api()))
              .withArguments("--management-port", Integer.toString(ports.management()));
      var before = new ArrayList<>(NAMESPACE);
      before.addAll(List.of("sh", "-c", MOUNT, "sh", disk.toString()));
      return new NodeOnSmallDisk(
          disk, command.startWithin(before, directory.resolve("server.log")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A directory on the disk that a store may use, as the server knows it. */
  public Path store() {
    return disk.resolve("store");
  }

  /** Leaves room for so many bytes. */
  public void leave(long bytes) throws IOException {
    var filler = seen(FILLER);
    Files.deleteIfExists(filler);
    long room = Files.getFileStore(seen("")).getUsableSpace() - bytes;
    try (var out =
        Files.newOutputStream(
            filler, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
      for (long written = 0; written + PAGE <= room; written += PAGE) {
        out.write(new byte[PAGE]);
      }
    }
  }

  /** There is room again. */
  public void free() throws IOException {
    Files.deleteIfExists(seen(FILLER));
  }

  /** Files on the disk besides what fills it, as {@code tmp/name}. */
  public List<String> files() throws IOException {
    var top = seen("");
    try (var all = Files.walk(top)) {
      return all.filter(Files::isRegularFile)
          .map(file -> top.relativize(file).toString())
          .filter(name -> !name.equals(FILLER))
          .sorted()
          .toList();
    }
  }

  /** Bytes of a file on the disk. */
  public byte[] read(String name) throws IOException {
    return Files.readAllBytes(seen(name));
  }

  /** What it said. */
  public String output() {
    return process.output();
  }

  /** The kernel shows to whoever started a process what that sees. */
  private Path seen(String name) {
    var root = Path.of("/proc", Long.toString(process.pid()), "root");
    return Path.of(root + disk.toString()).resolve(name);
  }

  @Override
  public void close() {
    process.close();
  }
}
