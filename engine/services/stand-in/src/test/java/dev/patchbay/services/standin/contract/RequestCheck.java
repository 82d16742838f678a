package dev.patchbay.services.standin.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.contract.ContractFile.Described;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a request breaks of its operation. */
record RequestCheck(ObjectMapper json, Described described) {
  private static final String FORM = "application/x-www-form-urlencoded";

  List<String> faults(Spoken spoken) {
    var faults = new ArrayList<String>();
    parameters(spoken, faults);
    body(spoken, faults);
    credential(spoken, faults);
    return faults;
  }

  private void parameters(Spoken spoken, List<String> faults) {
    var query = pairs(spoken.query());
    var unknown = new HashSet<>(query.keySet());
    for (var reference : described.operation().path("parameters")) {
      var parameter = described.file().resolved(reference);
      var name = parameter.path("name").asText();
      var values =
          switch (parameter.path("in").asText()) {
            case "query" -> query.getOrDefault(name, List.of());
            case "header" -> spoken.sent().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            default -> List.of("x"); // part of the path, or it were another operation
          };
      unknown.remove(name);
      parameter(parameter, values, faults);
    }
    unknown.forEach(name -> faults.add("parameter " + name + " is unknown"));
  }

  private void parameter(JsonNode parameter, List<String> values, List<String> faults) {
    var name = parameter.path("name").asText();
    var schema = parameter.path("schema");
    boolean repeats = schema.path("type").asText().equals("array");
    if (values.isEmpty()) {
      if (parameter.path("required").asBoolean()) {
        faults.add("parameter " + name + " is missing");
      }
      return;
    }
    if (!repeats && values.size() > 1) {
      faults.add("parameter " + name + " is repeated");
    }
    var value =
        repeats
            ? ContractCheck.array(values, schema)
            : ContractCheck.scalar(values.getFirst(), schema);
    described
        .file()
        .faults(schema, value)
        .forEach(fault -> faults.add("parameter " + name + ": " + fault));
  }

  private void body(Spoken spoken, List<String> faults) {
    var content = described.operation().at("/requestBody/content");
    if (content.isMissingNode()) {
      return;
    }
    var type = ContractCheck.type(spoken.sent());
    var schema = content.path(type).path("schema");
    if (schema.isMissingNode()) {
      faults.add("media type '" + type + "' is not named");
      return;
    }
    var value = type.equals(FORM) ? form(spoken.body()) : tree(spoken.body());
    described.file().faults(schema, value).forEach(fault -> faults.add("body: " + fault));
  }

  private void credential(Spoken spoken, List<String> faults) {
    boolean needed =
        !described.operation().path("security").isEmpty()
            && described.operation().path("security").valueStream().noneMatch(JsonNode::isEmpty);
    if (needed && !spoken.sent().containsKey("authorization")) {
      faults.add("the credential is missing");
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException none) {
      return MissingNode.getInstance();
    }
  }

  private ObjectNode form(String text) {
    var object = json.createObjectNode();
    pairs(text).forEach((name, values) -> object.put(name, values.getFirst()));
    return object;
  }

  private static Map<String, List<String>> pairs(String text) {
    var pairs = new LinkedHashMap<String, List<String>>();
    for (var part : text.split("&", -1)) {
      if (!part.isEmpty()) {
        var pair = part.split("=", 2);
        pairs
            .computeIfAbsent(decoded(pair[0]), _ -> new ArrayList<>())
            .add(pair.length == 1 ? "" : decoded(pair[1]));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
