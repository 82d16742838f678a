package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** JSON trees: read strictly, written without decimals where a number is whole, as Google does. */
public final class Json {

  private static final double WHOLE_LIMIT = 1e15;

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** A whole number is written without decimals: 2, not 2.0. */
  public static NumericNode number(double value) {
    return value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT
        ? LongNode.valueOf((long) value)
        : DoubleNode.valueOf(value);
  }

  /**
   * Reads a document; an empty one is an empty object. Throws {@link ApiError} 400 on bad syntax.
   */
  public static JsonNode read(byte[] bytes) {
    if (bytes.length == 0) {
      return object();
    }
    try {
      JsonNode node = MAPPER.readTree(bytes);
      return node == null || node.isMissingNode() || node.isNull() ? object() : node;
    } catch (JsonProcessingException e) {
      throw ApiError.invalid("Invalid JSON payload received. " + e.getOriginalMessage());
    } catch (IOException _) {
      throw ApiError.invalid("Invalid JSON payload received. Unexpected end of data.");
    }
  }

  public static JsonNode read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] write(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree could not be written", e);
    }
  }

  public static String text(JsonNode node) {
    return new String(write(node), StandardCharsets.UTF_8);
  }

  public static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder().enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(200_000_000)
                .maxNestingDepth(100)
                .build());
    return mapper;
  }
}
