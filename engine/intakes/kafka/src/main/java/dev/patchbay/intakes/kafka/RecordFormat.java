package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.RawEvent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records by the <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents
 * Kafka protocol binding 1.0.2</a>. The record's key is no part of the event.
 */
final class RecordFormat {
  static final String CONTENT_TYPE = "content-type";
  private static final String STRUCTURED = "application/cloudevents";
  private static final String PREFIX = "ce_";
  private static final String SPECVERSION = "specversion";
  private static final String DATA_CONTENT_TYPE = "datacontenttype";
  private static final char REPLACEMENT = '\uFFFD';
  private static final byte[] NOTHING = {};

  private RecordFormat() {}

  static RawEvent read(ConsumerRecord<byte[], byte[]> record) {
    var value = Objects.requireNonNullElse(record.value(), NOTHING);
    try {
      return read(record, value);
    } catch (CharacterCodingException notText) {
      // with a replacement character two ids could become one; so it is left to be put aside
      return new RawEvent.Structured(position(record), value);
    }
  }

  static String position(ConsumerRecord<?, ?> record) {
    return record.topic() + '-' + record.partition() + '@' + record.offset();
  }

  private static RawEvent read(ConsumerRecord<byte[], byte[]> record, byte[] value)
      throws CharacterCodingException {
    var contentType = contentType(record);
    if (contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(STRUCTURED)) {
      return new RawEvent.Structured(position(record), value);
    }
    var attributes = attributes(record);
    if (!attributes.containsKey(SPECVERSION)) {
      return new RawEvent.Structured(position(record), value);
    }
    var misplaced = attributes.remove(DATA_CONTENT_TYPE);
    return new RawEvent.Binary(
        position(record), attributes, value, contentType == null ? misplaced : contentType);
  }

  private static @Nullable String contentType(ConsumerRecord<?, ?> record)
      throws CharacterCodingException {
    var header = record.headers().lastHeader(CONTENT_TYPE);
    return header == null || header.value() == null ? null : text(header.value()).strip();
  }

  private static Map<String, String> attributes(ConsumerRecord<?, ?> record)
      throws CharacterCodingException {
    var attributes = new HashMap<String, String>();
    for (var header : record.headers()) {
      if (header.key().startsWith(PREFIX) && header.value() != null) {
        attributes.put(header.key().substring(PREFIX.length()), text(header.value()));
      }
    }
    return attributes;
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    var text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
