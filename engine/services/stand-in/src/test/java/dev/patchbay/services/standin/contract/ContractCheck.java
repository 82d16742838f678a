package dev.patchbay.services.standin.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.patchbay.services.standin.contract.ContractFile.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what was spoken with the contracts. A request that breaks its contract must be refused,
 * and one that keeps to it must not be refused as if it broke it.
 */
final class ContractCheck {
  private final ObjectMapper json = new ObjectMapper();
  private final List<Described> operations;

  ContractCheck(List<ContractFile> files) {
    this.operations = files.stream().flatMap(file -> file.operations().stream()).toList();
  }

  List<Described> operations() {
    return operations;
  }

  Optional<Described> operation(Spoken spoken) {
    return operations.stream()
        .filter(operation -> operation.method().equals(spoken.method()))
        .filter(operation -> operation.isAt(spoken.path()))
        .findFirst();
  }

  /** Everything that is not as the contract says, empty if all is. */
  List<String> faults(Spoken spoken) {
    var found = operation(spoken);
    if (found.isEmpty()) {
      return List.of("no operation for " + spoken.method() + " " + spoken.path());
    }
    var faults = new ArrayList<String>();
    var broken = new RequestCheck(json, found.get()).faults(spoken);
    if (!broken.isEmpty() && spoken.status() < 300) {
      broken.forEach(fault -> faults.add("was not refused: " + fault));
    }
    if (broken.isEmpty() && spoken.status() == 400 && !isOfMeaning(spoken)) {
      faults.add("was refused though it is good");
    }
    answer(found.get(), spoken, faults);
    return faults;
  }

  /** What no schema can tell: an OAuth error, a cursor that was made for another list. */
  private static boolean isOfMeaning(Spoken spoken) {
    return type(spoken.received()).equals("application/json")
        || spoken.answer().contains("\"field\":\"cursor\"");
  }

  private void answer(Described operation, Spoken spoken, List<String> faults) {
    var file = operation.file();
    var response = file.resolved(operation.operation().at("/responses/" + spoken.status()));
    if (response.isMissingNode()) {
      faults.add("status " + spoken.status() + " is not named");
      return;
    }
    for (var header : response.path("headers").properties()) {
      header(file, header.getKey(), header.getValue(), spoken, faults);
    }
    var type = type(spoken.received());
    var schema = response.path("content").path(type).path("schema");
    if (schema.isMissingNode()) {
      faults.add("media type '" + type + "' is not named");
      return;
    }
    file.faults(schema, tree(spoken.answer())).forEach(fault -> faults.add("answer: " + fault));
  }

  private static void header(
      ContractFile file, String name, JsonNode described, Spoken spoken, List<String> faults) {
    var values = spoken.received().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    if (values.isEmpty()) {
      if (described.path("required").asBoolean()) {
        faults.add("header " + name + " is missing");
      }
      return;
    }
    var value = scalar(values.getFirst(), described.path("schema"));
    file.faults(described.path("schema"), value)
        .forEach(fault -> faults.add("header " + name + ": " + fault));
  }

  static String type(Map<String, List<String>> headers) {
    var values = headers.getOrDefault("content-type", List.of(""));
    return values.getFirst().split(";", 2)[0].strip();
  }

  JsonNode tree(String text) {
    try {
      return text.isEmpty() ? MissingNode.getInstance() : json.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** A text as the kind of value that its schema names. */
  static JsonNode scalar(String text, JsonNode schema) {
    var nodes = JsonNodeFactory.instance;
    return switch (schema.path("type").asText("string")) {
      case "integer" ->
          text.matches("-?[0-9]{1,18}")
              ? nodes.numberNode(Long.parseLong(text))
              : nodes.textNode(text);
      case "boolean" ->
          text.matches("true|false")
              ? nodes.booleanNode(Boolean.parseBoolean(text))
              : nodes.textNode(text);
      default -> nodes.textNode(text);
    };
  }

  static ArrayNode array(List<String> texts, JsonNode schema) {
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(text -> array.add(scalar(text, schema.path("items"))));
    return array;
  }
}
