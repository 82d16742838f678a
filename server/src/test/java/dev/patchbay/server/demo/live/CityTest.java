package dev.patchbay.server.demo.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.contract.Contracts;
import dev.patchbay.server.demo.DemoDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int FACTS = 600;

  @TempDir private Path directory;

  @Test
  void everyFactKeepsItsContract() {
    var contracts = Contracts.load();

    var faults =
        facts("one", 7).stream()
            .flatMap(fact -> contracts.validate(type(fact), fact.path("data")).stream())
            .distinct()
            .toList();

    assertThat(faults).isEmpty();
  }

  @Test
  void theSameChanceTellsTheSameStory() {
    assertThat(facts("one", 7)).isEqualTo(facts("two", 7)).isNotEqualTo(facts("three", 8));
  }

  @Test
  void everyRequestIsReportedFirstAndItsVersionsFollowEachOther() {
    var versions = new HashMap<String, List<Integer>>();
    var first = new HashMap<String, String>();
    for (var fact : facts("one", 7)) {
      var data = fact.path("data");
      if (!type(fact).equals("comment.added")) {
        var id = data.path("id").asText();
        first.putIfAbsent(id, type(fact));
        versions.computeIfAbsent(id, _ -> new ArrayList<>()).add(data.path("version").asInt());
      }
    }

    assertThat(first.values()).containsOnly("request.created");
    assertThat(versions.values())
        .allSatisfy(
            all ->
                assertThat(all)
                    .isEqualTo(Stream.iterate(1, n -> n + 1).limit(all.size()).toList()));
  }

  @Test
  void thereIsSomethingOfEverythingAndNoFactTwice() {
    var facts = facts("one", 7);

    Map<String, Long> types =
        facts.stream().collect(Collectors.groupingBy(CityTest::type, Collectors.counting()));
    assertThat(types.keySet())
        .containsExactlyInAnyOrder(
            "request.created", "request.updated", "request.status.changed", "comment.added");
    assertThat(types.values()).allMatch(count -> count > FACTS / 20);
    assertThat(facts.stream().map(fact -> fact.path("id").asText())).doesNotHaveDuplicates();
    assertThat(facts.stream().map(fact -> fact.at("/data/attributes/estimatedCost")))
        .as("some costs are words, on purpose")
        .anyMatch(JsonNode::isTextual)
        .anyMatch(JsonNode::isNumber);
  }

  @Test
  void aNumberIsNeverGivenTwiceOverRunsOnTheSameData() {
    var before = reported(facts("one", 7));

    var after = reported(facts("one", 9));

    assertThat(after).isNotEmpty().doesNotContainAnyElementsOf(before);
  }

  @Test
  void whatNoCellHoldsIsLongerThanACell() {
    var fact = city("one", 7).oversized(NOW);

    assertThat(fact.at("/data/description").asText().length()).isGreaterThan(50_000);
  }

  private static List<String> reported(List<ObjectNode> facts) {
    return facts.stream()
        .filter(fact -> type(fact).equals("request.created"))
        .map(fact -> fact.at("/data/id").asText())
        .toList();
  }

  private static String type(ObjectNode fact) {
    return fact.path("type").asText();
  }

  private List<ObjectNode> facts(String run, long seed) {
    var city = city(run, seed);
    return Stream.generate(() -> city.next(NOW)).limit(FACTS).toList();
  }

  private City city(String run, long seed) {
    var data = DemoDirectory.kept(directory.resolve(run));
    return new City(new RequestNumbers(data), new SplittableRandom(seed));
  }
}
