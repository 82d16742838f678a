package dev.patchbay.core.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.patchbay.model.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The data of an event in one form, whatever way it came: JSON as a tree, text as a string, other
 * bytes as base64. Thread-safe.
 */
final class EventData {
  private static final Content NONE = new Content("data", MissingNode.getInstance());

  private final EventJson json;

  EventData(EventJson json) {
    this.json = json;
  }

  /** Data and the member of the JSON event format that holds it. */
  record Content(String member, JsonNode value) {
    void putInto(ObjectNode envelope) {
      if (!value.isMissingNode()) {
        envelope.set(member, value);
      }
    }
  }

  /** Data of the JSON event format: {@code data} or {@code data_base64}. */
  Content of(ObjectNode envelope, String at, List<FieldError> errors) {
    var data = envelope.get("data");
    var encoded = envelope.get("data_base64");
    if (encoded == null || encoded.isNull()) {
      return data == null ? NONE : new Content("data", data);
    }
    if (data != null) {
      errors.add(new FieldError(at + "/data_base64", "stands beside data; give one of them"));
      return NONE;
    }
    var contentType = envelope.path("datacontenttype").textValue();
    try {
      var bytes = Base64.getDecoder().decode(encoded.asText());
      return of(bytes, contentType, at + "/data_base64", errors);
    } catch (IllegalArgumentException e) {
      errors.add(new FieldError(at + "/data_base64", "is not base64 (RFC 4648)"));
      return NONE;
    }
  }

  /** Data that came as bytes of their own. */
  Content of(byte[] body, @Nullable String contentType, List<FieldError> errors) {
    return body.length == 0 ? NONE : of(body, contentType, "", errors);
  }

  private Content of(
      byte[] bytes, @Nullable String contentType, String at, List<FieldError> errors) {
    if (contentType == null || isJson(contentType)) {
      return parsed(bytes, at, errors);
    }
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Content("data", TextNode.valueOf(text));
    } catch (CharacterCodingException e) {
      var encoded = Base64.getEncoder().encodeToString(bytes);
      return new Content("data_base64", TextNode.valueOf(encoded));
    }
  }

  private Content parsed(byte[] bytes, String at, List<FieldError> errors) {
    if (EventJson.isOtherThanUtf8(bytes)) {
      errors.add(new FieldError(at, "is not UTF-8; send JSON in UTF-8"));
      return NONE;
    }
    try (var parser = json.open(bytes)) {
      return parsed(parser, at, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Content parsed(JsonParser parser, String at, List<FieldError> errors) {
    try {
      var data = json.tree(parser);
      if (parser.nextToken() != null) {
        errors.add(new FieldError(at, "goes on after the JSON value"));
        return NONE;
      }
      return data == null ? NONE : new Content("data", data);
    } catch (IOException e) {
      errors.add(json.fault(e, parser, at));
      return NONE;
    }
  }

  private static boolean isJson(String contentType) {
    int parameters = contentType.indexOf(';');
    var media = parameters < 0 ? contentType : contentType.substring(0, parameters);
    var name = media.strip().toLowerCase(Locale.ROOT);
    return name.endsWith("/json") || name.endsWith("+json");
  }
}
