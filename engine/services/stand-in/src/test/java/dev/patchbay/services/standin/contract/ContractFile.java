package dev.patchbay.services.standin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One OpenAPI document. Its answers are read more strictly than written: the stand-in may say
 * nothing that the contract does not name.
 */
final class ContractFile {
  static final Path DIRECTORY = Path.of("..", "..", "..", "docs", "contracts");
  static final List<String> NAMES =
      List.of(
          "request-service.yaml",
          "user-service.yaml",
          "notification-service.yaml",
          "auth-service.yaml");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          Dialects.getOpenApi31(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final JsonNode document;
  private final Map<JsonNode, Schema> schemas = new HashMap<>();

  /** One operation. */
  record Described(ContractFile file, String method, String template, ObjectNode operation) {
    String id() {
      return operation.path("operationId").asText();
    }

    boolean isAt(String path) {
      var parts = template.split("\\{[a-z]+}", -1);
      return path.startsWith(parts[0])
          && (parts.length == 1
              ? path.equals(template)
              : path.endsWith(parts[1])
                  && path.length() > parts[0].length() + parts[1].length()
                  && path.indexOf('/', parts[0].length())
                      == (parts[1].isEmpty() ? -1 : path.length() - parts[1].length()));
    }
  }

  private ContractFile(JsonNode document) {
    this.document = document;
  }

  static List<ContractFile> all() {
    return NAMES.stream().map(ContractFile::read).toList();
  }

  static ContractFile read(String name) {
    try {
      return new ContractFile(new YAMLMapper().readTree(DIRECTORY.resolve(name).toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document() {
    return document;
  }

  List<Described> operations() {
    var operations = new ArrayList<Described>();
    for (var path : document.path("paths").properties()) {
      for (var entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          var operation = (ObjectNode) entry.getValue().deepCopy();
          var parameters = operation.withArray("parameters");
          path.getValue().path("parameters").forEach(parameters::add);
          operations.add(
              new Described(
                  this, entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation));
        }
      }
    }
    return operations;
  }

  /** What a node refers to, or itself. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** A schema of {@code components}. */
  JsonNode component(String name) {
    return document.at("/components/schemas/" + name);
  }

  /** What a value breaks of a schema of this document. */
  List<String> faults(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private Schema compiled(JsonNode schema) {
    var whole = (ObjectNode) schema.deepCopy();
    whole.putObject("components").set("schemas", document.at("/components/schemas").deepCopy());
    close(whole);
    return registry.getSchema(whole);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(ContractFile::close);
  }
}
