package dev.patchbay.server.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Processes that work for this one, and the folder that has their files. Closing kills all that
 * run, and no other is started from then on. Thread-safe.
 */
public final class ChildProcesses implements AutoCloseable {
  private final Path folder;
  private final Set<Process> running = new HashSet<>();
  private boolean closed;

  /**
   * None yet.
   *
   * @param folder for their files; it need not be there
   */
  public ChildProcesses(Path folder) {
    this.folder = folder;
  }

  /** Of a command, whose temporary files are among those of the system. */
  public static ChildProcesses ofCommand() {
    return new ChildProcesses(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Makes a folder for files of one of them; whoever wants it takes it away. */
  Path newFolder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(folder), "patchbay-process");
  }

  /** Starts one; empty once this is closed. */
  synchronized Optional<Process> start(ProcessBuilder builder) throws IOException {
    if (closed) {
      return Optional.empty();
    }
    var process = builder.start();
    running.add(process);
    return Optional.of(process);
  }

  /** Kills one with all that it has started, if it still runs. */
  synchronized void end(Process process) {
    running.remove(process);
    kill(process);
  }

  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    running.forEach(ChildProcesses::kill);
  }

  private static void kill(Process process) {
    // first those that it has started: without it they would be nobody's
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
