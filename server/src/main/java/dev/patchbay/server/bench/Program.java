package dev.patchbay.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs in processes of their own, one after the other. */
public final class Program {
  private static final String LOG = "log";
  private static final int MOST_MINUTES = 10;

  private final Workspace workspace;

  /** What programs say goes into a file of this directory. */
  public Program(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Runs one to its end; false if it is not there, or failed. */
  public boolean succeeds(List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(workspace.resolve(LOG).toFile())
              .start();
      try {
        return process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  /**
   * Runs one that must succeed.
   *
   * @param what it is called where it fails
   */
  public void run(String what, List<String> command) {
    if (!succeeds(command)) {
      throw new IllegalStateException(what + " failed: " + said());
    }
  }

  private String said() {
    try {
      return Files.readString(workspace.resolve(LOG));
    } catch (IOException unread) {
      return "without a word";
    }
  }
}
