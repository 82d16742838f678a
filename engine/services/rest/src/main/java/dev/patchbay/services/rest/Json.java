package dev.patchbay.services.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** JSON of others (RFC 8259), which may be none. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Whether the bytes are one JSON value in UTF-8 and nothing else. */
  static boolean isOneValue(byte[] bytes) {
    try (var parser = parser(bytes)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      parser.finishToken();
      return parser.nextToken() == null;
    } catch (IOException broken) {
      return false;
    }
  }

  /** Texts and numbers that an object has at its top, as texts; empty if it is no object. */
  static Optional<Map<String, String>> topOf(byte[] bytes) {
    if (!isOneValue(bytes)) {
      return Optional.empty();
    }
    var members = new HashMap<String, String>();
    try (var parser = parser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        var name = parser.currentName();
        if (parser.nextToken() == JsonToken.VALUE_STRING || parser.currentToken().isNumeric()) {
          members.put(name, parser.getText());
        }
        parser.skipChildren();
      }
      return Optional.of(members);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  /** Decoded first: the parser would guess UTF-16 and let broken UTF-8 pass in what it skips. */
  private static JsonParser parser(byte[] bytes) throws IOException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    return FACTORY.createParser(text.toString());
  }
}
