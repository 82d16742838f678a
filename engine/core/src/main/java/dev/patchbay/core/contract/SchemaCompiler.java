package dev.patchbay.core.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.Set;

/**
 * Makes contracts out of JSON Schemas (draft 2020-12). Nothing is ever fetched. One compiler keeps
 * schemas by their {@code $id}: versions of one contract need compilers of their own.
 */
final class SchemaCompiler {
  private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef");

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemaRegistryConfig(validation()));
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Compiles one that comes from outside: it must obey the draft and stand for itself.
   *
   * @throws IllegalArgumentException if it does not, with what is wrong for a person
   */
  Contract checked(String type, int version, String text) {
    var contract = compile(type, version, text);
    requireOwnReferences(contract.schema());
    var draft = SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());
    registry.getSchema(draft).validate(contract.schema()).stream()
        .findFirst()
        .ifPresent(
            error -> {
              throw new IllegalArgumentException("is no JSON Schema: " + error);
            });
    return contract;
  }

  /**
   * Compiles one.
   *
   * @throws IllegalArgumentException if it is none, with what is wrong for a person
   */
  Contract compile(String type, int version, String text) {
    var tree = tree(text);
    if (!tree.isObject() || !tree.path("type").asText().equals("object")) {
      throw new IllegalArgumentException(
          "must be a JSON Schema of an object: \"type\": \"object\"");
    }
    return new Contract(type, version, tree, schema(tree));
  }

  private static void requireOwnReferences(JsonNode tree) {
    for (var property : tree.properties()) {
      if (REFERENCES.contains(property.getKey()) && !property.getValue().asText().startsWith("#")) {
        throw new IllegalArgumentException(
            "refers to " + property.getValue().asText() + "; write what is meant into the schema");
      }
    }
    tree.forEach(SchemaCompiler::requireOwnReferences);
  }

  private Schema schema(JsonNode tree) {
    try {
      return registry.getSchema(tree);
    } catch (RuntimeException unfit) { // whatever the library has against it
      throw new IllegalArgumentException("is no JSON Schema: " + unfit.getMessage(), unfit);
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage(), e);
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
