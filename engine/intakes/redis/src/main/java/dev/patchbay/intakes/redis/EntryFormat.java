package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.RawEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a CloudEvents 1.0 event sits in an entry: as JSON in the field {@code event}, or with its
 * attributes in fields {@code ce_*}, its data in {@code data} and the data's type in {@code
 * content-type}.
 */
record EntryFormat(String stream) {
  static final String EVENT = "event";
  private static final String PREFIX = "ce_";
  private static final String DATA = "data";
  private static final String CONTENT_TYPE = "content-type";
  private static final String CONTENT_TYPE_ATTRIBUTE = "datacontenttype";

  /** An entry in neither form is rendered as text, so that the hub puts it aside and shows it. */
  RawEvent read(Entry entry) {
    var fields = byName(entry);
    var event = fields.get(EVENT);
    if (event != null) {
      return new RawEvent.Structured(position(entry), event);
    }
    return binary(entry, fields)
        .orElseGet(() -> new RawEvent.Structured(position(entry), rendered(entry)));
  }

  /** For people, and to find the entry again. */
  String position(Entry entry) {
    return stream + "@" + entry.id();
  }

  /** Of fields with one name the last one counts. */
  private static Map<String, byte[]> byName(Entry entry) {
    var fields = new LinkedHashMap<String, byte[]>();
    for (var field : entry.fields()) {
      fields.put(new String(field.name(), StandardCharsets.UTF_8), field.value());
    }
    return fields;
  }

  /** Empty also if an attribute is no UTF-8: mended characters could make two ids equal. */
  private Optional<RawEvent> binary(Entry entry, Map<String, byte[]> fields) {
    try {
      var attributes = attributes(fields);
      if (attributes.isEmpty()) {
        return Optional.empty();
      }
      var attribute = attributes.remove(CONTENT_TYPE_ATTRIBUTE);
      var type = fields.get(CONTENT_TYPE);
      return Optional.of(
          new RawEvent.Binary(
              position(entry),
              attributes,
              fields.getOrDefault(DATA, new byte[0]),
              type == null ? attribute : text(type)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> attributes(Map<String, byte[]> fields)
      throws CharacterCodingException {
    var attributes = new LinkedHashMap<String, String>();
    for (var field : fields.entrySet()) {
      if (field.getKey().startsWith(PREFIX)) {
        attributes.put(field.getKey().substring(PREFIX.length()), text(field.getValue()));
      }
    }
    return attributes;
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static byte[] rendered(Entry entry) {
    var text = new ByteArrayOutputStream();
    for (var field : entry.fields()) {
      text.writeBytes(field.name());
      text.write('=');
      text.writeBytes(field.value());
      text.write('\n');
    }
    return text.toByteArray();
  }
}
