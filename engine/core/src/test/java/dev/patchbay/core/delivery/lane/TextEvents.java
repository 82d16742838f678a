package dev.patchbay.core.delivery.lane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.core.delivery.queue.StoredEvents;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EventVersion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Events written as {@code version;column=value;column=value}, for tests. */
public final class TextEvents implements StoredEvents {
  private static final int RANK_OF_A_NUMBER = 3;

  /** The stored form of an event. */
  public static byte[] payload(long version, Map<String, String> values) {
    var text = new StringBuilder(Long.toString(version));
    new TreeMap<>(values).forEach((name, value) -> text.append(';' + name + '=' + value));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Envelope read(byte[] payload) {
    var parts = new String(payload, StandardCharsets.UTF_8).split(";", -1);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("version", Long.parseLong(parts[0]));
    var data = json.putObject("data");
    for (var i = 1; i < parts.length; i++) {
      var sign = parts[i].indexOf('=');
      data.put(parts[i].substring(0, sign), parts[i].substring(sign + 1));
    }
    return new Envelope("/test", parts[0], "test", json, payload, OptionalLong.empty());
  }

  @Override
  public EventVersion version(Envelope event, long arrival) {
    var number = BigDecimal.valueOf(event.json().get("version").asLong());
    return new EventVersion(RANK_OF_A_NUMBER, number, "", arrival);
  }
}
