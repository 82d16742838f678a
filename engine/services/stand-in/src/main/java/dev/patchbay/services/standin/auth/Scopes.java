package dev.patchbay.services.standin.auth;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What tokens may be good for. */
public final class Scopes {
  public static final String REQUESTS_READ = "requests:read";
  public static final String REQUESTS_WRITE = "requests:write";
  public static final String USERS_READ = "users:read";
  public static final String NOTIFICATIONS_SEND = "notifications:send";
  public static final String NOTIFICATIONS_READ = "notifications:read";

  /** All there are. */
  public static final Set<String> ALL =
      Set.of(REQUESTS_READ, REQUESTS_WRITE, USERS_READ, NOTIFICATIONS_SEND, NOTIFICATIONS_READ);

  private Scopes() {}

  /** Reads a list with blanks between (RFC 6749, section 3.3). */
  static Set<String> parse(String text) {
    var scopes = new TreeSet<>(Arrays.asList(text.split(" ", -1)));
    scopes.remove("");
    return scopes;
  }

  static String text(Collection<String> scopes) {
    return String.join(" ", new TreeSet<>(scopes));
  }
}
