package dev.patchbay.core.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of an event in one form, whatever way it came: names sorted, numbers by value,
 * nothing of the transport, of tracing or of other extensions. Its digest tells a repeated fact
 * from a changed one. One use, one thread.
 */
final class Canonical {
  private static final List<String> ATTRIBUTES = List.of("type", "subject", "time", "sequence");
  private static final int MAX_DIGITS = 1_000;

  private byte[] bytes = new byte[1024];
  private int length;
  private @Nullable String fault;

  private Canonical() {}

  /** Digest of an envelope, or why it has none. */
  static Result of(ObjectNode envelope) {
    var canonical = new Canonical();
    for (var name : ATTRIBUTES) {
      var value = envelope.get(name);
      canonical.string(value == null ? "" : value.asText());
    }
    var data = envelope.get("data");
    canonical.value(data == null ? envelope.path("data_base64") : data);
    return canonical.fault == null ? new Digest(canonical.digest()) : new Unfit(canonical.fault);
  }

  sealed interface Result {}

  record Digest(long value) implements Result {}

  /** What is wrong somewhere in the data. */
  record Unfit(String fault) implements Result {}

  private long digest() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(bytes, 0, length);
      return ByteBuffer.wrap(sha256.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private void value(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> array(node);
      case STRING -> text(node.textValue());
      case NUMBER -> number(node);
      case BOOLEAN, NULL -> ascii(node.asText());
      case MISSING -> ascii("-");
      case BINARY, POJO -> throw new IllegalStateException("not from JSON: " + node.getNodeType());
    }
  }

  private void object(JsonNode node) {
    var properties = new ArrayList<>(node.properties());
    properties.sort(Map.Entry.comparingByKey());
    put('{');
    for (var property : properties) {
      text(property.getKey());
      put(':');
      value(property.getValue());
    }
    put('}');
  }

  private void array(JsonNode node) {
    put('[');
    for (var element : node) {
      value(element);
      put(',');
    }
    put(']');
  }

  private void number(JsonNode node) {
    if (node.isInt() || node.isLong()) {
      ascii(node.asText());
      return;
    }
    var value = node.decimalValue();
    if (Math.abs((long) value.scale()) > MAX_DIGITS || value.precision() > MAX_DIGITS) {
      fault = "holds a number out of range; send it as text";
      return;
    }
    ascii(plain(value));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private void text(String text) {
    if (!string(text)) {
      fault = "holds half of a surrogate pair; send whole characters";
    }
  }

  /** Length-free and still unambiguous: a quote inside is escaped. */
  private boolean string(String text) {
    put('"');
    var encoded = text.getBytes(StandardCharsets.UTF_8);
    boolean wellFormed = true;
    if (isPlain(text, encoded)) {
      append(encoded);
    } else {
      wellFormed = escaped(text);
    }
    put('"');
    return wellFormed;
  }

  /** Nothing but ASCII, as most texts are, and nothing to escape. */
  private static boolean isPlain(String text, byte[] encoded) {
    return encoded.length == text.length()
        && text.indexOf('"') < 0
        && text.indexOf('\\') < 0
        && text.equals(new String(encoded, StandardCharsets.ISO_8859_1));
  }

  private boolean escaped(String text) {
    boolean wellFormed = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (c == '"' || c == '\\') {
          put('\\');
        }
        put(c);
      } else {
        int end = i + (Character.isHighSurrogate(c) && i + 1 < text.length() ? 2 : 1);
        wellFormed &= isWhole(text, i, end);
        append(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    return wellFormed;
  }

  private static boolean isWhole(String text, int from, int to) {
    return to - from == 2
        ? Character.isLowSurrogate(text.charAt(from + 1))
        : !Character.isSurrogate(text.charAt(from));
  }

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
    put(' ');
  }

  private void append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void put(char c) {
    room(1);
    bytes[length++] = (byte) c;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, length * 2));
    }
  }
}
