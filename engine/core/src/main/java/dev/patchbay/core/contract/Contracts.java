package dev.patchbay.core.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.event.EventContracts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contracts of all event types, each in its newest version: those that come with the hub and
 * those that were registered. JSON Schema draft 2020-12 with formats asserted, unknown properties
 * allowed. Thread-safe.
 */
public final class Contracts {
  private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);

  /** Attribute names of CloudEvents 1.0, "Naming conventions"; also those of extensions. */
  private static final Pattern ATTRIBUTE = Pattern.compile("/[a-z0-9]+");

  private static final int BUILT_IN = 1;

  private final Map<String, Contract> builtIn;
  private volatile Map<String, Contract> byType;

  private Contracts(Map<String, Contract> builtIn, Map<String, Contract> byType) {
    this.builtIn = builtIn;
    this.byType = byType;
  }

  /** Those of the shared model. */
  public static Contracts load() {
    var schemas = new SchemaCompiler();
    var builtIn = new LinkedHashMap<String, Contract>();
    for (var type : EventContracts.types()) {
      builtIn.put(type, schemas.compile(type, BUILT_IN, EventContracts.schema(type)));
    }
    return new Contracts(builtIn, builtIn);
  }

  /** From now on the newest of these stand before what comes with the hub. */
  public void use(List<StoredContract> registered) {
    var all = new LinkedHashMap<>(builtIn);
    for (var contract : registered) {
      var before = all.get(contract.type());
      if (before == null || before.version() < contract.version()) {
        compiled(contract).ifPresent(compiled -> all.put(contract.type(), compiled));
      }
    }
    byType = all;
  }

  /**
   * These with another next version of one type.
   *
   * @throws IllegalArgumentException if it is no JSON Schema; the message says what is wrong
   */
  public Contracts with(String type, String schema) {
    var all = new LinkedHashMap<>(byType);
    all.put(type, new SchemaCompiler().checked(type, version(type) + 1, schema));
    return new Contracts(builtIn, all);
  }

  /** The version of a type that stands now, 0 if there is none. */
  public int version(String type) {
    var contract = byType.get(type);
    return contract == null ? 0 : contract.version();
  }

  /** The version of a type that comes with the hub, 0 if it does not. */
  public int builtIn(String type) {
    return builtIn.containsKey(type) ? BUILT_IN : 0;
  }

  /** The schema that stands now. */
  public Optional<JsonNode> schema(String type) {
    return Optional.ofNullable(byType.get(type)).map(Contract::schema);
  }

  /** What a type's contract says, for people. */
  public Optional<ContractView> view(String type) {
    return Optional.ofNullable(byType.get(type)).map(Contract::view);
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

  /**
   * Whether the data of events of a type may have a value there. Of what a contract leaves open,
   * everything may be; of an object whose fields it names, those.
   *
   * @param steps names of fields from the data on, {@code []} for the elements of a list
   */
  public boolean allows(String type, List<String> steps) {
    var contract = byType.get(type);
    return contract != null && contract.allows(steps);
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

  /** What was registered did compile once: if it does not now, what stood before goes on. */
  private Optional<Contract> compiled(StoredContract contract) {
    try {
      return Optional.of(
          new SchemaCompiler().compile(contract.type(), contract.version(), contract.schema()));
    } catch (IllegalArgumentException unfit) {
      LOG.error(
          "contract {} version {} cannot be used: {}",
          contract.type(),
          contract.version(),
          unfit.getMessage());
      return Optional.empty();
    }
  }
}
