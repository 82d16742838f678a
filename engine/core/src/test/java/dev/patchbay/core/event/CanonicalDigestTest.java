package dev.patchbay.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalDigestTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void staysWhenNamesAreShuffledAndNumbersRewritten(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      var event = JSON.objectNode().set("data", value(random, 4));
      assertThat(digest(rewritten(event, random))).isEqualTo(digest(event));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7, 8})
  void differsForOtherContent(long seed) {
    var random = new Random(seed);
    var seen = new HashSet<Long>();
    var contents = new HashSet<String>();
    for (int i = 0; i < 500; i++) {
      var event = JSON.objectNode().set("data", value(random, 3));
      seen.add(digest(event));
      contents.add(event.toString());
    }
    assertThat(seen).hasSameSizeAs(contents);
  }

  @ParameterizedTest
  @ValueSource(strings = {"type", "subject", "time", "sequence"})
  void coversTheAttributesThatMakeTheFact(String name) {
    var event = JSON.objectNode().put("data", 1);
    assertThat(digest(event.deepCopy().put(name, "x"))).isNotEqualTo(digest(event));
    assertThat(digest(event.deepCopy().put("traceparent", "x"))).isEqualTo(digest(event));
  }

  private static long digest(JsonNode event) {
    return ((Canonical.Digest) Canonical.of((ObjectNode) event)).value();
  }

  private static JsonNode value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> JSON.textNode("t" + random.nextInt(1000) + "\"\\ü😀");
      case 1 -> JSON.numberNode(random.nextLong());
      case 2 -> JSON.numberNode(new BigDecimal("%d.%03d".formatted(random.nextInt(), 1)));
      case 3 -> JSON.booleanNode(random.nextBoolean());
      case 4 -> array(random, depth);
      default -> object(random, depth);
    };
  }

  private static ArrayNode array(Random random, int depth) {
    var array = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(random, depth - 1));
    }
    return array;
  }

  private static ObjectNode object(Random random, int depth) {
    var object = JSON.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      object.set("k" + random.nextInt(100), value(random, depth - 1));
    }
    return object;
  }

  private static JsonNode rewritten(JsonNode node, Random random) {
    if (node.isNumber()) {
      return JSON.numberNode(node.decimalValue().setScale(5));
    }
    if (node instanceof ArrayNode array) {
      var copy = JSON.arrayNode();
      array.forEach(element -> copy.add(rewritten(element, random)));
      return copy;
    }
    if (node instanceof ObjectNode object) {
      var properties = new ArrayList<>(object.properties());
      Collections.shuffle(properties, random);
      var copy = JSON.objectNode();
      properties.forEach(p -> copy.set(p.getKey(), rewritten(p.getValue(), random)));
      return copy;
    }
    return node;
  }
}
