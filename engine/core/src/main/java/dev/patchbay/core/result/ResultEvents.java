package dev.patchbay.core.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.spi.publish.OutgoingEvent;
import java.io.UncheckedIOException;

/**
 * Says results as <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0</a>
 * events of the hub. Of the event that was not delivered they name the identity, never the data: it
 * may be personal, and who sent it has it. Thread-safe.
 */
public final class ResultEvents {
  /** What a delivery that became DEAD is told as. */
  public static final String FAILED = "integration.delivery.failed";

  private static final String SOURCE = "/patchbay";

  private final ObjectMapper mapper = JsonMapper.builder().build();
  private final EnvelopeReader reader;

  public ResultEvents(EnvelopeReader reader) {
    this.reader = reader;
  }

  /** The result as it is sent. */
  public OutgoingEvent event(FailedDelivery failed) {
    var id = failed.id().toString();
    var envelope =
        mapper
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", SOURCE)
            .put("type", FAILED)
            .put("subject", failed.delivery())
            .put("time", failed.at().toString())
            .put("datacontenttype", "application/json");
    envelope.set("data", data(failed));
    return new OutgoingEvent(id, failed.key(), bytes(envelope));
  }

  private ObjectNode data(FailedDelivery failed) {
    var data = mapper.createObjectNode().put("delivery", failed.delivery());
    data.set("event", identity(failed.event()));
    return data.put("route", failed.route())
        .put("connector", failed.connector())
        .put("key", failed.key())
        .put("tries", failed.tries())
        .put("cause", failed.cause());
  }

  /** Empty where the event itself cannot be read, which may be why it was not delivered. */
  private ObjectNode identity(byte[] payload) {
    var identity = mapper.createObjectNode();
    try {
      var event = reader.stored(payload);
      identity.put("source", event.source()).put("id", event.id()).put("type", event.type());
      var subject = event.json().get("subject");
      return subject == null ? identity : identity.set("subject", subject);
    } catch (IllegalStateException damaged) {
      return identity;
    }
  }

  private byte[] bytes(ObjectNode envelope) {
    try {
      return mapper.writeValueAsBytes(envelope);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
