package dev.patchbay.server.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The console as a child of the demo: it closes with the demo, even with one that is killed. */
final class ConsoleWindow implements AutoCloseable {
  /** Ends the console once our end of the pipe closes. */
  private static final String LEASH = "exec 3<&0; \"$@\" 3<&- </dev/null & read -r _ <&3; kill $!";

  private final Process shell;

  private ConsoleWindow(Process shell) {
    this.shell = shell;
  }

  static ConsoleWindow open(URI api, Path keyFile) throws IOException {
    var command = new ArrayList<>(List.of("sh", "-c", LEASH, "patchbay-console"));
    command.addAll(
        ConsoleCommand.command(
            List.of("--server", api.toString(), "--key-file", keyFile.toString())));
    var quiet = ProcessBuilder.Redirect.DISCARD;
    var builder = new ProcessBuilder(command).redirectOutput(quiet).redirectError(quiet);
    return new ConsoleWindow(builder.start());
  }

  @Override
  public void close() throws IOException {
    shell.getOutputStream().close();
  }
}
