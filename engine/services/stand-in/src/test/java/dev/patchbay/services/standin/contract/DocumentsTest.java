package dev.patchbay.services.standin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.model.Problem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents themselves: OpenAPI 3.1, and in line with the event contracts. */
class DocumentsTest {
  private final ObjectMapper json = new ObjectMapper();

  static List<String> names() {
    return ContractFile.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void areOpenApi(String name) throws IOException {
    var text = Files.readString(ContractFile.DIRECTORY.resolve(name));

    var read = new OpenAPIV3Parser().readContents(text, List.of(), new ParseOptions());

    assertThat(read.getMessages()).isEmpty();
    assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void areAllOfTheDirectory() throws IOException {
    try (var files = Files.list(ContractFile.DIRECTORY)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yaml")))
          .containsExactlyInAnyOrderElementsOf(ContractFile.NAMES);
    }
  }

  @Test
  void nameEachOperationOnceAcrossAllServices() {
    var seen = new HashSet<String>();
    for (var operation : new ContractCheck(ContractFile.all()).operations()) {
      assertThat(seen.add(operation.id())).as(operation.id()).isTrue();
      assertThat(seen.add(operation.method() + " " + operation.template())).isTrue();
    }
  }

  @Test
  void referToNothingThatIsNotThere() {
    for (var name : ContractFile.NAMES) {
      var file = ContractFile.read(name);
      for (var reference : references(file.document())) {
        assertThat(file.document().at(reference.substring(1)).isMissingNode())
            .as(name + " " + reference)
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "request-service.yaml, Request, request.created.v1.json",
    "request-service.yaml, Comment, comment.added.v1.json",
    "user-service.yaml, User, user.created.v1.json"
  })
  void giveFieldsTheTypesThatEventsGiveThem(String file, String schema, String event)
      throws IOException {
    var contract = ContractFile.read(file);
    var properties = contract.component(schema).path("properties");
    var expected = event(event).path("properties");

    assertThat(properties.size()).isEqualTo(expected.size());
    for (var property : expected.properties()) {
      var ours = contract.resolved(properties.path(property.getKey()));
      assertThat(bare(ours)).as(property.getKey()).isEqualTo(bare(property.getValue()));
    }
  }

  private JsonNode event(String name) throws IOException {
    try (var in = Problem.class.getResourceAsStream("contracts/" + name)) {
      return json.readTree(in);
    }
  }

  /** Without words for people. */
  private static JsonNode bare(JsonNode schema) {
    var copy = schema.deepCopy();
    forgetWords(copy);
    return copy;
  }

  private static void forgetWords(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("description").isTextual()) {
      object.remove("description");
    }
    node.forEach(DocumentsTest::forgetWords);
  }

  private static List<String> references(JsonNode node) {
    var found = new ArrayList<String>();
    if (node.path("$ref").isTextual()) {
      found.add(node.path("$ref").asText());
    }
    node.forEach(child -> found.addAll(references(child)));
    return found;
  }
}
