package dev.patchbay.console;

import dev.patchbay.console.view.ConsoleWindow;
import dev.patchbay.console.viewmodel.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the console was started with.
 *
 * @param server address to log in to, null to ask
 * @param key API key, null to ask
 * @param place where to go first
 */
record Arguments(@Nullable String server, @Nullable String key, Optional<Place> place) {

  /** Reads {@code --server URL}, {@code --key-file FILE} and a {@code patchbay://} link. */
  static Arguments of(List<String> given) {
    var file = after("--key-file", given);
    return new Arguments(
        after("--server", given), file == null ? null : read(Path.of(file)), link(given));
  }

  /** Fills the log-in form, and logs in where both address and key are known. */
  void apply(ConsoleWindow window) {
    place.ifPresent(window::go);
    if (server != null) {
      window.connect().server().set(server);
      window.connect().name().set("");
    }
    if (key != null) {
      window.connect().key().set(key);
      window.connect().keepKey().set(false);
    }
    if (server != null && key != null) {
      window.connect().connect();
    }
  }

  private static @Nullable String after(String name, List<String> given) {
    int at = given.indexOf(name);
    return at < 0 || at + 1 >= given.size() ? null : given.get(at + 1);
  }

  private static Optional<Place> link(List<String> given) {
    return given.stream()
        .filter(word -> word.startsWith("patchbay://"))
        .findFirst()
        .flatMap(link -> Place.of(URI.create(link)));
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unreadable) {
      System.err.println("cannot read the key file " + file);
      return null;
    }
  }
}
