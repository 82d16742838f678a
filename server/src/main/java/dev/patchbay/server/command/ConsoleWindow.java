package dev.patchbay.server.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The console as a child of the demo: it closes with the demo, even with one that is killed. */
final class ConsoleWindow implements AutoCloseable {
  /** Ends the console once our end of the pipe closes, and says so if it ends before. */
  private static final String LEASH =
      "exec 3<&0; \"$@\" 3<&- </dev/null >/dev/null 2>&1 & console=$!;"
          + " { read -r _ <&3; kill $console; } >/dev/null 2>&1 & leash=$!;"
          + " wait $console; echo ended; kill $leash";

  private final Process shell;
  private volatile boolean closing;

  private ConsoleWindow(Process shell) {
    this.shell = shell;
  }

  /**
   * Opens it.
   *
   * @param ended what is to be done if it ends by itself: it was closed, or has no display
   */
  static ConsoleWindow open(URI api, Path keyFile, Runnable ended) throws IOException {
    return of(
        ConsoleCommand.command(
            List.of("--server", api.toString(), "--key-file", keyFile.toString())),
        ended);
  }

  static ConsoleWindow of(List<String> program, Runnable ended) throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", LEASH, "patchbay-console"));
    command.addAll(program);
    var shell = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var window = new ConsoleWindow(shell);
    Thread.ofVirtual().name("console-window").start(() -> window.watch(ended));
    return window;
  }

  private void watch(Runnable ended) {
    try (var words = shell.inputReader()) {
      if (words.readLine() != null && !closing) {
        ended.run();
      }
    } catch (IOException gone) {
      // The demo is ending.
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    shell.getOutputStream().close();
  }
}
