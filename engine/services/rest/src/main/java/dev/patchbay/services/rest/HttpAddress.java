package dev.patchbay.services.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that are asked: those of settings, and those made of a path. */
final class HttpAddress {
  private static final String EXAMPLE = " Write for example https://users.example.org/api.";

  /** RFC 3986 allows no other bytes than printable ASCII; a fragment is never sent. */
  private static final Pattern PATH = Pattern.compile("/[\\x21\\x22\\x24-\\x7E]*");

  private static final Pattern ENCODED_DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);

  private HttpAddress() {}

  /**
   * Reads one from a setting.
   *
   * @return it, without a slash at its end
   * @throws IllegalArgumentException with what to write instead, for a person; it never holds the
   *     text itself, which may have a password in it
   */
  static URI of(String text) {
    var uri = parsed(text);
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    check(scheme.equals("http") || scheme.equals("https"), "It begins with http:// or https://.");
    check(
        uri.getUserInfo() == null,
        "User and password do not belong into an address; choose an authentication.");
    check(uri.getHost() != null, "It needs a host.");
    check(uri.getPort() != 0 && uri.getPort() <= 65_535, "A port is a number from 1 to 65535.");
    check(uri.getRawQuery() == null && uri.getRawFragment() == null, "It ends with its path.");
    return URI.create(text.replaceAll("/+$", ""));
  }

  /**
   * What a path below an address names; empty if it is no path, or would lead out of the address.
   */
  static Optional<URI> below(URI base, String path) {
    if (!PATH.matcher(path).matches() || climbs(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(base + path));
    } catch (URISyntaxException unencoded) {
      return Optional.empty();
    }
  }

  /** Whether it has a segment of dots, which a server may take as a step up. */
  private static boolean climbs(String path) {
    var segments = path.split("\\?", 2)[0].split("[/\\\\]", -1);
    return Arrays.stream(segments)
        .map(segment -> ENCODED_DOT.matcher(segment).replaceAll("."))
        .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      var shown = new IllegalArgumentException("This is no address." + EXAMPLE);
      shown.addSuppressed(new IllegalArgumentException("at index " + e.getIndex()));
      throw shown;
    }
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise + EXAMPLE);
    }
  }
}
