package dev.patchbay.server.child;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How to start Patchbay once more: as this process was started, or from its app image. */
public final class Launch {
  /** The class that carries out commands; it knows all of them, and so none of them knows it. */
  private static final String MAIN = "dev.patchbay.server.Main";

  private static final Path IMAGE =
      Path.of("installers/target/images/patchbay-server/bin/patchbay-server");

  /** Debuggers and meters watch the process that they were asked to watch. */
  private static final List<String> NOT_HANDED_ON = List.of("-javaagent:", "-agent");

  private Launch() {}

  /** Another command of Patchbay on the Java, options and class path of this one. */
  public static List<String> command(String... arguments) {
    return commandWith(List.of(), arguments);
  }

  /**
   * Another command of Patchbay.
   *
   * @param more options of its Java besides those of this one
   */
  public static List<String> commandWith(List<String> more, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    options().forEach(command::add);
    command.addAll(more);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The server's app image, if it was built. */
  public static Optional<Path> image() {
    return Optional.of(home().resolve(IMAGE)).filter(Files::isExecutable);
  }

  /** Where Patchbay's sources lie, as the launcher told. */
  public static Path home() {
    return Path.of(System.getProperty("patchbay.home", "."));
  }

  private static Stream<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> NOT_HANDED_ON.stream().noneMatch(option::startsWith));
  }
}
