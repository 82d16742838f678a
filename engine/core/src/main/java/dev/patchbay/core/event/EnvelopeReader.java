package dev.patchbay.core.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.ReadResult.Events;
import dev.patchbay.core.event.ReadResult.Kind;
import dev.patchbay.core.event.ReadResult.Unreadable;
import dev.patchbay.model.FieldError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0: structured and batch (JSON event format) and binary (HTTP protocol
 * binding). Extensions and unknown data are kept. One unreadable event makes the whole request
 * unreadable. Thread-safe.
 */
public final class EnvelopeReader {
  private static final int MOST_ERRORS = 20;

  private final EventLimits limits;
  private final EventJson json;
  private final EventJson storedJson;
  private final EventData data;

  /** A reader that refuses what is beyond the limits. */
  public EnvelopeReader(EventLimits limits) {
    this.limits = limits;
    this.json = new EventJson(limits.depth());
    this.storedJson = new EventJson(limits.depth() + 2);
    this.data = new EventData(json);
  }

  /** Reads one event, {@code application/cloudevents+json}. */
  public ReadResult structured(byte[] body) {
    return read(body, this::single);
  }

  /** Reads a JSON array of events, {@code application/cloudevents-batch+json}. */
  public ReadResult batch(byte[] body) {
    return read(body, this::array);
  }

  /**
   * Reads one event whose attributes are HTTP headers.
   *
   * @param headers those that start with {@code ce-} (any case), values as received
   * @param body the data alone, empty if there is none
   * @param contentType of the data, null if not given: JSON
   */
  public ReadResult binary(Map<String, String> headers, byte[] body, @Nullable String contentType) {
    if (body.length > limits.bytes()) {
      return tooLarge();
    }
    var errors = new ArrayList<FieldError>();
    var raw = JsonNodeFactory.instance.objectNode();
    for (var header : headers.entrySet()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith("ce-") && raw.has(name.substring(3))) {
        errors.add(new FieldError(name, "is given twice"));
      } else if (name.startsWith("ce-")) {
        raw.put(name.substring(3), HeaderText.decode(header.getValue()));
      }
    }
    return beside(raw, body, contentType, Where.HEADERS, errors);
  }

  /**
   * Reads one event whose attributes stand beside its data as plain text, as in the binary mode of
   * the Kafka protocol binding.
   *
   * @param attributes by name, without prefix and without {@code datacontenttype}
   * @param body the data alone, empty if there is none
   * @param contentType of the data, null if not given: JSON
   */
  public ReadResult attributes(
      Map<String, String> attributes, byte[] body, @Nullable String contentType) {
    if (body.length > limits.bytes()) {
      return tooLarge();
    }
    var raw = JsonNodeFactory.instance.objectNode();
    attributes.forEach(raw::put);
    return beside(raw, body, contentType, Where.ATTRIBUTES, new ArrayList<>());
  }

  /**
   * Reads an envelope that was stored; nothing is checked again.
   *
   * @throws IllegalStateException if it is damaged
   */
  public Envelope stored(byte[] payload) {
    try (var parser = storedJson.open(payload)) {
      if (storedJson.tree(parser) instanceof ObjectNode envelope) {
        return envelope(envelope, payload, OptionalLong.empty());
      }
    } catch (IOException e) {
      throw new IllegalStateException("a stored event is damaged", e);
    }
    throw new IllegalStateException("a stored event is damaged");
  }

  private ReadResult beside(
      ObjectNode raw,
      byte[] body,
      @Nullable String contentType,
      Where where,
      List<FieldError> errors) {
    if (contentType != null) {
      raw.put("datacontenttype", contentType);
    }
    raw.remove(List.of("data", "data_base64"));
    var content = data.of(body, contentType, errors);
    var envelope = envelope(raw, content, where, errors);
    return result(envelope == null ? List.of() : List.of(envelope), errors);
  }

  private ReadResult read(byte[] body, Step step) {
    if (body.length > limits.bytes()) {
      return tooLarge();
    }
    if (EventJson.isOtherThanUtf8(body)) {
      return malformed(new FieldError("", "is not UTF-8; send JSON in UTF-8"));
    }
    try (var parser = json.open(body)) {
      return step.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ReadResult single(JsonParser parser) {
    try {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || !(json.tree(parser) instanceof ObjectNode object)) {
        return malformed(new FieldError("", "must be one CloudEvents event as a JSON object"));
      }
      var errors = new ArrayList<FieldError>();
      var envelope = envelope(object, "", errors);
      if (parser.nextToken() != null) {
        return malformed(new FieldError("", "goes on after the event; send several as a batch"));
      }
      return result(envelope == null ? List.of() : List.of(envelope), errors);
    } catch (IOException e) {
      return malformed(json.fault(e, parser, ""));
    }
  }

  private ReadResult array(JsonParser parser) {
    var envelopes = new ArrayList<Envelope>();
    var errors = new ArrayList<FieldError>();
    try {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return malformed(new FieldError("", "must be a JSON array of CloudEvents events"));
      }
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        if (i == limits.batch()) {
          var message = "holds more than " + limits.batch() + " events; send them in parts";
          return new Unreadable(Kind.TOO_LARGE, List.of(new FieldError("", message)));
        }
        var envelope = element(parser, i, errors);
        if (envelope != null) {
          envelopes.add(envelope);
        }
      }
      if (parser.nextToken() != null) {
        return malformed(new FieldError("", "goes on after the array"));
      }
      return result(envelopes, errors);
    } catch (IOException e) {
      return malformed(json.fault(e, parser, ""));
    }
  }

  private @Nullable Envelope element(JsonParser parser, int index, List<FieldError> errors)
      throws IOException {
    if (json.tree(parser) instanceof ObjectNode object) {
      return envelope(object, "/" + index, errors);
    }
    errors.add(new FieldError("/" + index, "must be a CloudEvents event as a JSON object"));
    return null;
  }

  private @Nullable Envelope envelope(ObjectNode raw, String at, List<FieldError> errors) {
    var where = new Where(at + "/", at + "/data");
    return envelope(raw, data.of(raw, at, errors), where, errors);
  }

  private @Nullable Envelope envelope(
      ObjectNode raw, EventData.Content content, Where where, List<FieldError> errors) {
    int before = errors.size();
    var envelope = Attributes.ordered(raw, where.attributes(), errors);
    content.putInto(envelope);
    return switch (Canonical.of(envelope)) {
      case Canonical.Unfit(var fault) -> {
        errors.add(new FieldError(where.data(), fault));
        yield null;
      }
      case Canonical.Digest(long digest) ->
          errors.size() == before
              ? envelope(envelope, json.write(envelope), OptionalLong.of(digest))
              : null;
    };
  }

  private static Envelope envelope(ObjectNode json, byte[] payload, OptionalLong digest) {
    return new Envelope(
        json.path("source").asText(),
        json.path("id").asText(),
        json.path("type").asText(),
        json,
        payload,
        digest);
  }

  private static ReadResult result(List<Envelope> envelopes, List<FieldError> errors) {
    return errors.isEmpty()
        ? new Events(envelopes)
        : new Unreadable(Kind.MALFORMED, errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
  }

  private static ReadResult malformed(FieldError error) {
    return new Unreadable(Kind.MALFORMED, List.of(error));
  }

  private ReadResult tooLarge() {
    var message = "is larger than " + limits.bytes() + " bytes; send the events in parts";
    return new Unreadable(Kind.TOO_LARGE, List.of(new FieldError("", message)));
  }

  /** How fields at fault are named: what stands before an attribute, and the data. */
  private record Where(String attributes, String data) {
    static final Where HEADERS = new Where("ce-", "");
    static final Where ATTRIBUTES = new Where("", "");
  }

  @FunctionalInterface
  private interface Step {
    ReadResult read(JsonParser parser);
  }
}
