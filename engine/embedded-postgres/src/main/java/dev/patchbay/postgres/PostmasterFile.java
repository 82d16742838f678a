package dev.patchbay.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a PostgreSQL says of itself in {@code postmaster.pid}. The file outlives a killed server, so
 * it is believed only together with the process table.
 *
 * @param pid process id of the postmaster
 * @param port TCP port it listens on
 * @param ready whether it takes connections
 */
record PostmasterFile(long pid, int port, boolean ready) {
  static final String NAME = "postmaster.pid";
  private static final int PORT_LINE = 3;
  private static final int STATUS_LINE = 7;

  /** Empty while the file is missing or still being written. */
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      var lines = Files.readAllLines(cluster.resolve(NAME));
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      var ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.getFirst().strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip()),
              ready));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The running server of this cluster, never a stranger that was given the same pid. */
  static Optional<ProcessHandle> runningServer(Path cluster) {
    return read(cluster)
        .flatMap(file -> ProcessHandle.of(file.pid()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> ProcessTable.commandLine(process).contains(cluster.toString()));
  }
}
