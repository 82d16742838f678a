package dev.patchbay.connectors.email;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What an authorization server answers (RFC 6749, section 5), which may be no JSON. */
final class TokenJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private TokenJson() {}

  /** Texts that an object has at its top. */
  static Map<String, String> topOf(byte[] body) throws IOException {
    var members = new HashMap<String, String>();
    try (var parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          members.put(name, parser.getText());
        }
        parser.skipChildren();
      }
      return members;
    }
  }
}
