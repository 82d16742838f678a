package dev.patchbay.server.document;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Processes that work for this one. Closing kills all that run, and no other is started from then
 * on. Thread-safe.
 */
public final class ChildProcesses implements AutoCloseable {
  private final Set<Process> running = new HashSet<>();
  private boolean closed;

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
