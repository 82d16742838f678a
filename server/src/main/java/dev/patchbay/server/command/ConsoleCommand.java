package dev.patchbay.server.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code patchbay console}: starts the console in a JVM of its own. */
@Command(
    name = "console",
    description = "Opens the console; arguments are handed on to it.",
    mixinStandardHelpOptions = true)
public final class ConsoleCommand implements Callable<Integer> {
  /** System property with the console's class path, set by the launcher. */
  static final String PATH = "patchbay.console.path";

  private static final String MAIN = "dev.patchbay.console.Main";

  @Parameters(arity = "0..*", description = "Arguments of the console, say --server URL.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (classPath().isBlank()) {
      throw new IllegalStateException(
          "the console is not part of this installation (" + PATH + " names no class path)");
    }
    if (!hasDisplay()) {
      throw new IllegalStateException(
          "there is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set. Run the console"
              + " on a desktop and log in to this server from there.");
    }
    return new ProcessBuilder(command(arguments)).inheritIO().start().waitFor();
  }

  /** Whether a console could be opened here. */
  static boolean canOpen() {
    return !classPath().isBlank() && hasDisplay();
  }

  /** What starts a console with these arguments. */
  static List<String> command(List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", classPath(), MAIN));
    command.addAll(arguments);
    return command;
  }

  private static String classPath() {
    return System.getProperty(PATH, "");
  }

  private static boolean hasDisplay() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return system.contains("win")
        || system.contains("mac")
        || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null;
  }
}
