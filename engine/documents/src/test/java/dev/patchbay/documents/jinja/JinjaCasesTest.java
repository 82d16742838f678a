package dev.patchbay.documents.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.documents.jinja.parse.Segments;
import dev.patchbay.documents.jinja.run.Budget;
import dev.patchbay.documents.jinja.run.Environment;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code cases.json} holds what Jinja2 3.1.6 has put out, with autoescape, do and loop controls.
 */
class JinjaCasesTest {
  static Stream<JsonNode> rendered() throws IOException {
    return cases().filter(each -> each.has("expected"));
  }

  static Stream<JsonNode> refused() throws IOException {
    return cases().filter(each -> each.has("error"));
  }

  private static Stream<JsonNode> cases() throws IOException {
    try (var file = JinjaCasesTest.class.getResourceAsStream("cases.json")) {
      return new JsonMapper().readTree(file).valueStream();
    }
  }

  @ParameterizedTest
  @MethodSource("rendered")
  void rendersAsJinjaDoes(JsonNode each) {
    assertThat(render(each.path("template").asText())).isEqualTo(each.path("expected").asText());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWithTheTag(JsonNode each) {
    assertThatThrownBy(() -> render(each.path("template").asText()))
        .isInstanceOf(PlacedFault.class)
        .extracting(fault -> ((PlacedFault) fault).place().typed())
        .asString()
        .startsWith("{");
  }

  private static String render(String template) {
    return Template.of(Segments.of(template, "the test"))
        .render(data(), Environment.BUILT_IN, new Budget(Budget.Limit.USUAL));
  }

  private static Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("s", "Hello <World> & co");
    data.put("n", Numbers.of(42));
    data.put("f", 3.75);
    data.put("xs", new ArrayList<Object>(List.of(Numbers.of(3), Numbers.of(1), Numbers.of(2))));
    data.put("d", dict("b", Numbers.of(1), "a", "x"));
    var people = new ArrayList<Object>();
    for (var name : List.of("bob", "Al", "cy", "bea")) {
      people.add(dict("name", name, "age", Numbers.of(name.length())));
    }
    data.put("us", people);
    data.put("nil", None.NONE);
    data.put("yes", true);
    return data;
  }

  private static Map<Object, Object> dict(String key, Object value, String other, Object second) {
    var dict = new LinkedHashMap<Object, Object>();
    dict.put(key, value);
    dict.put(other, second);
    return dict;
  }
}
