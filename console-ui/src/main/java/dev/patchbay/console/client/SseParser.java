package dev.patchbay.console.client;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers lines into server-sent events (WHATWG HTML, section 9.2.6). Not thread-safe. */
final class SseParser {
  /** One dispatched event. */
  record Message(String name, String data, @Nullable String id) {}

  private final StringBuilder data = new StringBuilder();
  private String name = "message";
  private @Nullable String lastId;

  /** Takes one line without its end; an empty line dispatches what was gathered. */
  Optional<Message> line(String line) {
    if (line.isEmpty()) {
      return dispatch();
    }
    int colon = line.indexOf(':');
    if (colon != 0) {
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      field(field, value.startsWith(" ") ? value.substring(1) : value);
    }
    return Optional.empty();
  }

  private void field(String field, String value) {
    switch (field) {
      case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
      case "event" -> name = value;
      case "id" -> lastId = value;
      default -> {} // the standard says: ignore
    }
  }

  private Optional<Message> dispatch() {
    var message =
        data.isEmpty()
            ? Optional.<Message>empty()
            : Optional.of(new Message(name, data.toString(), lastId));
    data.setLength(0);
    name = "message";
    return message;
  }
}
