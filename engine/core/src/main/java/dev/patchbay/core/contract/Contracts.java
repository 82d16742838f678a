package dev.patchbay.core.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.event.EventContracts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The contracts of all event types: JSON Schema draft 2020-12 with formats asserted, unknown
 * properties allowed. Immutable, thread-safe.
 */
public final class Contracts {
  /** Attribute names of CloudEvents 1.0, "Naming conventions"; also those of extensions. */
  private static final Pattern ATTRIBUTE = Pattern.compile("/[a-z0-9]+");

  private final Map<String, Contract> byType;

  private Contracts(Map<String, Contract> byType) {
    this.byType = byType;
  }

  /** Loads every contract of the shared model. */
  public static Contracts load() {
    var registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(validation()));
    var json = new ObjectMapper();
    var byType = new LinkedHashMap<String, Contract>();
    for (var type : EventContracts.types()) {
      byType.put(type, compile(type, registry, json));
    }
    return new Contracts(byType);
  }

  /**
   * Checks data against the contract of its type.
   *
   * @param data of the event; {@link com.fasterxml.jackson.databind.node.MissingNode} if it has
   *     none
   * @return faults, each naming the field as JSON Pointer into the envelope and what to do; empty
   *     if the contract holds
   */
  public List<String> validate(String type, JsonNode data) {
    var contract = byType.get(type);
    if (contract == null) {
      return List.of("/type names no known contract; write one of " + String.join(", ", types()));
    }
    if (data.isMissingNode()) {
      return List.of("/data is missing; give the fields of " + type);
    }
    return contract.validate(data);
  }

  /** The types that have a contract. */
  public List<String> types() {
    return List.copyOf(byType.keySet());
  }

  /** Every contract with its fields, for people. */
  public List<ContractView> views() {
    return byType.values().stream().map(Contract::view).toList();
  }

  /** Whether there is a contract for a type. */
  public boolean knows(String type) {
    return byType.containsKey(type);
  }

  /**
   * JSON type of the value that events of a type carry at a pointer into the envelope.
   *
   * @return the type or format; {@code any} where properties are free; empty if the contract knows
   *     no such field
   */
  public Optional<String> typeAt(String type, JsonPointer pointer) {
    var contract = byType.get(type);
    if (contract == null || pointer.matches()) {
      return Optional.empty();
    }
    if (pointer.getMatchingProperty().equals("data")) {
      return contract.typeAt(pointer.tail());
    }
    return attributeType(pointer);
  }

  private static Optional<String> attributeType(JsonPointer pointer) {
    if (!ATTRIBUTE.matcher(pointer.toString()).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (pointer.getMatchingProperty()) {
          case "time" -> "date-time";
          case "id", "source", "type", "subject", "specversion" -> "string";
          default -> "any";
        });
  }

  private static Contract compile(String type, SchemaRegistry registry, ObjectMapper json) {
    try {
      var tree = json.readTree(EventContracts.schema(type));
      return new Contract(type, tree, registry.getSchema(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("contract of " + type + " is no JSON", e);
    }
  }

  private static SchemaRegistryConfig validation() {
    return SchemaRegistryConfig.builder()
        .formatAssertionsEnabled(true)
        .pathType(PathType.JSON_POINTER)
        .preloadSchema(true)
        .build();
  }
}
