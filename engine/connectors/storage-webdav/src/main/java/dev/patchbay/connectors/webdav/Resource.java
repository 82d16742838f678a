package dev.patchbay.connectors.webdav;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server tells of a file or folder.
 *
 * @param href its address or path, percent-encoded
 * @param length in bytes, empty of a folder
 * @param modified by the server's clock
 * @param tag entity tag of its content, as it stands in headers; empty where the server tells none
 */
record Resource(
    String href,
    boolean folder,
    OptionalLong length,
    Optional<Instant> modified,
    Optional<String> tag) {
  /** The last name of its path, empty where it cannot be read. */
  String name() {
    var path = href.replaceAll("/+$", "");
    var name = path.substring(path.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }
}
