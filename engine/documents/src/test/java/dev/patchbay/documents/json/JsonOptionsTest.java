package dev.patchbay.documents.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.documents.RenderOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with options is named, and nothing of it passed over. */
class JsonOptionsTest {
  private static RenderOptions read(String json) throws JsonProblem, JsonProcessingException {
    var tree = new JsonMapper().readTree(json.replace('\'', '"'));
    return new JsonOptions(name -> name.getBytes(UTF_8), Map.of()).read(tree);
  }

  @Test
  void notesOnACaseStandBesideReplacements() throws Exception {
    var read =
        read("{'id': 'x', 'note': 1, 'replace': [{'op': 'replace_pic', 'what': 'a', 'by': 'b'}]}");

    assertThat(read.replacements()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []|the options must be a JSON object
          {'replacements': []}|replacements is no option
          {'replace': {'op': 'replace_pic'}}|replace must be a list
          {'replace': null}|replace must be a list
          {'replace': ['x']}|replace[0] must be an object
          {'replace': [{'op': 'replace_pic', 'with': 'b'}]}|replace[0].with is not known
          {'replace': [{'op': 'swap', 'what': 'a', 'by': 'b'}]}|replace[0].op must be replace_pic
          """)
  void whatIsWrongIsNamed(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(JsonProblem.class)
        .hasMessageStartingWith(message);
  }
}
