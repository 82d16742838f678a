package dev.patchbay.core.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.model.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * JSON as events use it (RFC 8259): UTF-8, numbers exactly as written, no name twice. Thread-safe.
 */
final class EventJson {
  private static final int MAX_NUMBER_LENGTH = 1_000;
  private static final String OUT_OF_RANGE = "is a number out of range or a name too long";
  private static final int MAX_POINTER_SHOWN = 200;

  private final ObjectMapper mapper;

  EventJson(int depth) {
    var constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(depth)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .build();
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // requests run on short virtual threads: buffers of a thread would serve only once
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();
    this.mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
  }

  JsonParser open(byte[] body) throws IOException {
    return mapper.createParser(body);
  }

  /** Reads the value that the parser stands on, or that comes next; null at the end. */
  @Nullable JsonNode tree(JsonParser parser) throws IOException {
    try {
      return parser.readValueAsTree();
    } catch (NumberFormatException e) { // an exponent beyond what a BigDecimal can hold
      throw new StreamConstraintsException(OUT_OF_RANGE);
    }
  }

  /** UTF-16 and UTF-32 put a zero into the first bytes of any JSON text; UTF-8 never does. */
  static boolean isOtherThanUtf8(byte[] body) {
    for (int i = 0; i < Math.min(4, body.length); i++) {
      if (body[i] == 0 || body[i] == (byte) 0xFE || body[i] == (byte) 0xFF) {
        return true;
      }
    }
    return false;
  }

  byte[] write(JsonNode node) {
    try {
      return mapper.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where reading stopped and why, in words. */
  FieldError fault(IOException cause, JsonParser parser, String at) {
    var pointer = at + parser.getParsingContext().pathAsPointer();
    var shown = pointer.substring(0, Math.min(pointer.length(), MAX_POINTER_SHOWN));
    return new FieldError(shown, words(cause, parser));
  }

  private String words(IOException cause, JsonParser parser) {
    if (cause instanceof StreamConstraintsException
        && String.valueOf(cause.getMessage()).contains("depth")) {
      var depth = mapper.getFactory().streamReadConstraints().getMaxNestingDepth();
      return "is nested deeper than " + depth + " levels";
    }
    if (cause instanceof StreamConstraintsException) {
      return OUT_OF_RANGE;
    }
    if (cause instanceof MismatchedInputException) {
      return "is given twice; give every name of an object once";
    }
    var location = parser.currentLocation();
    return "is not valid JSON in UTF-8 at line %d, column %d"
        .formatted(location.getLineNr(), location.getColumnNr());
  }
}
