package dev.patchbay.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * JSON of others, read as events are: numbers exactly as written, no name twice, not nested too
 * deep. Thread-safe.
 */
public final class ExactJson {
  private final EventJson json = new EventJson(EventLimits.DEFAULT.depth());

  /**
   * The value in these bytes.
   *
   * @throws IOException if they are not one JSON value that the hub reads
   */
  public JsonNode read(byte[] text) throws IOException {
    try (var parser = json.open(text)) {
      var value = json.tree(parser);
      if (value == null || parser.nextToken() != null) {
        throw new IOException("not one JSON value");
      }
      return value;
    }
  }
}
