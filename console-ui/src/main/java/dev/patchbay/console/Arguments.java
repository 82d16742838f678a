package dev.patchbay.console;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.ConsoleWindow;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.ConnectModel;
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
 * @param keyFile file with the API key, null to ask
 * @param place where to go first
 */
record Arguments(@Nullable String server, @Nullable Path keyFile, Optional<Place> place) {

  /** Reads {@code --server URL}, {@code --key-file FILE} and a {@code patchbay://} link. */
  static Arguments of(List<String> given) {
    var file = after("--key-file", given);
    return new Arguments(
        after("--server", given), file == null ? null : Path.of(file), link(given));
  }

  /** Fills the log-in form, and logs in where both address and key are known. */
  void apply(ConsoleWindow window) {
    place.ifPresent(window::go);
    if (server != null) {
      window.connect().server().set(server);
      window.connect().name().set("");
    }
    if (keyFile != null) {
      useKey(keyFile, window.connect());
    }
  }

  private void useKey(Path file, ConnectModel connect) {
    try {
      connect.key().set(Files.readString(file).strip());
      connect.keepKey().set(false);
      if (server != null) {
        connect.connect();
      }
    } catch (IOException unreadable) {
      connect.complain(text("connect.cannotReadKey", file));
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
}
