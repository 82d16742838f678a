package dev.patchbay.console.viewmodel.session;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that a person works with.
 *
 * @param key API key, kept only where the person asked for it
 * @param readOnly whether this person wants to change nothing here, whatever the role allows
 * @param views filters of the delivery list that have a name, in the person's order
 */
public record Profile(
    String name,
    URI server,
    Environment environment,
    @Nullable String key,
    boolean readOnly,
    List<SavedView> views) {
  /** What the server is for; production is red everywhere. */
  public enum Environment {
    DEVELOPMENT,
    TEST,
    STAGING,
    PRODUCTION
  }

  public Profile {
    views = views == null ? List.of() : List.copyOf(views);
  }

  /** A server without views, open for changes. */
  public Profile(String name, URI server, Environment environment, @Nullable String key) {
    this(name, server, environment, key, false, List.of());
  }

  /** The same, read-only or not. */
  public Profile withReadOnly(boolean wanted) {
    return new Profile(name, server, environment, key, wanted, views);
  }

  /** The same with other views. */
  public Profile withViews(List<SavedView> others) {
    return new Profile(name, server, environment, key, readOnly, others);
  }

  @Override
  public String toString() {
    return "Profile[" + name + ", " + server + ", " + environment + "]";
  }
}
