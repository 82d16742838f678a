package dev.patchbay.server.bench;

import dev.patchbay.server.Main;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How to start Patchbay once more: as this process was started, or from its app image. */
final class Commands {
  private static final Path IMAGE =
      Path.of("installers/target/images/patchbay-server/bin/patchbay-server");

  private Commands() {}

  /** Another command of Patchbay on the Java, options and class path of this one. */
  static List<String> java(String... arguments) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The server's app image, if it was built. */
  static Optional<Path> image() {
    return Optional.of(home().resolve(IMAGE)).filter(Files::isExecutable);
  }

  /** Where Patchbay's sources lie, as the launcher told. */
  static Path home() {
    return Path.of(System.getProperty("patchbay.home", "."));
  }
}
