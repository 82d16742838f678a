package dev.patchbay.server.issuing.setup;

import java.util.Map;
import java.util.Optional;

/**
 * Connectors through which documents leave.
 *
 * @param store name of the one that takes files
 * @param mail name of the one that sends messages
 */
public record Outlets(Optional<String> store, Optional<String> mail) {
  /** Setting that names the first. */
  public static final String STORE = "store";

  /** Setting that names the second. */
  public static final String MAIL = "mail";

  public static Outlets of(Map<String, String> settings) {
    return new Outlets(given(settings, STORE), given(settings, MAIL));
  }

  /** A setting that says something. */
  static Optional<String> given(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  public boolean isEmpty() {
    return store.isEmpty() && mail.isEmpty();
  }
}
