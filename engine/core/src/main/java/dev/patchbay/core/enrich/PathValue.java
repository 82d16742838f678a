package dev.patchbay.core.enrich;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A value of an event as one segment of a path, or one value of a query: whatever is not a letter,
 * a digit or one of {@code -._~} is percent-encoded (RFC 3986, 2.3), so that nothing leaves its
 * place.
 */
sealed interface PathValue {
  int LONGEST = 500;

  /** Fit to stand in a path. */
  record Encoded(String text) implements PathValue {}

  /** Nothing is said. */
  record Absent() implements PathValue {}

  /**
   * It cannot stand in a path.
   *
   * @param problem what is wrong and what fits; goes on after the place of the value
   */
  record Unfit(String problem) implements PathValue {}

  static PathValue of(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING, NULL -> new Absent();
      case STRING -> of(node.textValue());
      case BOOLEAN -> of(node.asText());
      case NUMBER ->
          node.isIntegralNumber()
              ? of(node.asText())
              : new Unfit("is no whole number, which a path needs");
      default -> new Unfit("is no text, number or boolean, which a path needs");
    };
  }

  private static PathValue of(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      return new Unfit("is empty or made of dots, which would lead to another path");
    }
    if (text.length() > LONGEST) {
      return new Unfit("has more than 500 characters");
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? new Encoded(encoded(text))
        : new Unfit("holds half a character");
  }

  private static String encoded(String text) {
    var plain = new StringBuilder(text.length());
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      if (unreserved(b)) {
        plain.append((char) b);
      } else {
        plain.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return plain.toString();
  }

  private static boolean unreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || "-._~".indexOf(b) >= 0;
  }
}
