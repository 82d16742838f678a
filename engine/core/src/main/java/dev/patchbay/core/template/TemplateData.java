package dev.patchbay.core.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.event.Envelope;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a template sees of an event: the fields of its data by their names, and {@code event} with
 * what is known of the event itself. A field of the data that is called {@code event} is hidden by
 * it.
 */
public final class TemplateData {
  /** The name of the event among the fields of its data. */
  public static final String EVENT = "event";

  /**
   * The name of the cells that a route has mapped, by id of their columns: only where a document is
   * made of a delivery.
   */
  public static final String ROW = "row";

  /** What is known of an event: attributes of CloudEvents, and {@code key}. */
  public static final List<String> EVENT_FIELDS =
      List.of("id", "type", "source", "subject", "time", "key");

  private static final String KEY = "key";

  private TemplateData() {}

  /**
   * Of an event that a route takes.
   *
   * @param key of the route for this event
   */
  public static ObjectNode of(Envelope event, String key) {
    var envelope = event.json();
    var data = fields(envelope.path("data"), envelope);
    var about = data.objectNode();
    for (var name : EVENT_FIELDS) {
      about.put(name, envelope.path(name).textValue());
    }
    about.put(KEY, key);
    data.set(EVENT, about);
    return data;
  }

  /** Of an event that no route takes: its key is its subject, else {@code id} of its data. */
  public static ObjectNode of(Envelope event) {
    var key =
        Stream.of(event.json().path("subject"), event.json().at("/data/id"))
            .filter(JsonNode::isValueNode)
            .map(JsonNode::asText)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return of(event, key);
  }

  private static ObjectNode fields(JsonNode data, ObjectNode envelope) {
    return data instanceof ObjectNode object ? object.deepCopy() : envelope.objectNode();
  }
}
