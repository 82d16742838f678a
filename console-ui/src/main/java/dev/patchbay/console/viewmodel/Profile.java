package dev.patchbay.console.viewmodel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A server that a person works with.
 *
 * @param key API key, kept only where the person asked for it
 */
public record Profile(String name, URI server, Environment environment, @Nullable String key) {
  /** What the server is for; production is red everywhere. */
  public enum Environment {
    DEVELOPMENT,
    TEST,
    STAGING,
    PRODUCTION
  }

  @Override
  public String toString() {
    return "Profile[" + name + ", " + server + ", " + environment + "]";
  }
}
