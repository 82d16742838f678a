package dev.patchbay.core.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Schema;
import dev.patchbay.model.event.ContractField;
import dev.patchbay.model.event.ContractView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One compiled contract: validates data and knows its fields. Thread-safe. */
final class Contract {
  private static final List<ContractField> ENVELOPE =
      List.of(
          new ContractField("/id", "string", true, "Identifier of the fact within its source"),
          new ContractField("/source", "string", true, "Where the fact comes from, URI reference"),
          new ContractField("/type", "string", true, "Type of the event"),
          new ContractField("/subject", "string", false, "What the fact is about"),
          new ContractField("/time", "date-time", false, "When it happened"));

  private static final String ELEMENT = "[]";

  /** Words that say of the fields of an object what is not followed here. */
  private static final List<String> OPENING =
      List.of("$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "if", "patternProperties");

  /** As many as a person reads; a hostile list can hold a million. */
  private static final int MOST_FAULTS = 20;

  private final String type;
  private final int version;
  private final JsonNode tree;
  private final Schema schema;

  Contract(String type, int version, JsonNode tree, Schema schema) {
    this.type = type;
    this.version = version;
    this.tree = tree;
    this.schema = schema;
  }

  int version() {
    return version;
  }

  JsonNode schema() {
    return tree;
  }

  List<String> validate(JsonNode data) {
    var errors = schema.validate(data);
    return errors.isEmpty()
        ? List.of()
        : errors.stream().limit(MOST_FAULTS).map(Faults::describe).toList();
  }

  ContractView view() {
    var fields = new ArrayList<>(ENVELOPE);
    flatten("/data", tree, fields);
    return new ContractView(type, version, fields);
  }

  /** JSON type of the data at a pointer below {@code /data}, "any" where properties are free. */
  Optional<String> typeAt(JsonPointer pointer) {
    @Nullable JsonNode at = tree;
    for (var rest = pointer; !rest.matches(); rest = rest.tail()) {
      at = step(at, rest);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.of(typeOf(at));
  }

  private static @Nullable JsonNode step(JsonNode schema, JsonPointer pointer) {
    if (pointer.getMatchingIndex() >= 0 && schema.has("items")) {
      return schema.get("items");
    }
    var property = schema.path("properties").get(pointer.getMatchingProperty());
    return property != null ? property : schema.get("additionalProperties");
  }

  /** Whether the data may have a value there; see {@link Contracts#allows}. */
  boolean allows(List<String> steps) {
    var at = tree;
    for (var step : steps) {
      if (isOpen(at)) {
        return true;
      }
      var next = step.equals(ELEMENT) ? element(at) : field(at, step);
      if (next == null) {
        return false;
      }
      at = next;
    }
    return true;
  }

  /** Whether it leaves open what is below it, or says so in ways that are not followed. */
  private static boolean isOpen(JsonNode schema) {
    return OPENING.stream().anyMatch(schema::has)
        || (typeOf(schema).equals("any") && !schema.has("properties") && !schema.has("items"))
        || (typeOf(schema).equals("object") && !schema.has("properties"))
        || (typeOf(schema).equals("array") && !schema.has("items"));
  }

  private static @Nullable JsonNode field(JsonNode schema, String name) {
    var property = schema.path("properties").get(name);
    var others = schema.path("additionalProperties");
    return property == null && others.isObject() ? others : property;
  }

  /** Of a list; an object may be asked by a name that only the data tells. */
  private static @Nullable JsonNode element(JsonNode schema) {
    return schema.has("properties") ? MissingNode.getInstance() : schema.get("items");
  }

  private static void flatten(String at, JsonNode object, List<ContractField> into) {
    var required = object.path("required");
    for (var property : object.path("properties").properties()) {
      var pointer = at + "/" + property.getKey().replace("~", "~0").replace("/", "~1");
      var schema = property.getValue();
      var demanded = required.valueStream().anyMatch(n -> n.asText().equals(property.getKey()));
      into.add(new ContractField(pointer, typeOf(schema), demanded, description(schema)));
      flatten(pointer, schema, into);
    }
  }

  private static @Nullable String description(JsonNode schema) {
    return schema.path("description").textValue();
  }

  private static String typeOf(JsonNode schema) {
    if (schema.path("format").asText().equals("date-time")) {
      return "date-time";
    }
    var type = schema.path("type");
    if (type.isTextual()) {
      return type.asText();
    }
    var named = type.valueStream().map(JsonNode::asText).filter(t -> !t.equals("null")).toList();
    return named.size() == 1 ? named.getFirst() : "any";
  }
}
