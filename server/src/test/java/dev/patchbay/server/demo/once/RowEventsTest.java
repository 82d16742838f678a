package dev.patchbay.server.demo.once;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.core.contract.Contracts;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowEventsTest {
  @Test
  void anEqualRowIsTheSameEvent() {
    var events = events("open", "open");

    assertThat(events.get(1)).isEqualTo(events.get(0));
  }

  @Test
  void aChangedRowIsAnUpdateOfAHigherVersion() {
    var events = events("open", "closed");

    assertThat(events)
        .extracting(it -> it.path("type").asText())
        .containsExactly("request.created", "request.updated");
    assertThat(events)
        .extracting(it -> it.path("data").path("version").asInt())
        .containsExactly(1, 2);
    assertThat(events).extracting(it -> it.path("id").asText()).doesNotHaveDuplicates();
  }

  @Test
  void aRowThatReturnsToAnEarlierStateIsAChangeToo() {
    assertThat(events("open", "closed", "open"))
        .extracting(it -> it.path("id").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void carriesEveryCellByItsHeader() {
    var data = events("open").getFirst().path("data");

    assertThat(data.path("id").asText()).isEqualTo("7");
    assertThat(data.path("attributes").toString()).isEqualTo("{\"ID\":\"7\",\"state\":\"open\"}");
  }

  @Test
  void keepsTheContract() {
    var contracts = Contracts.load();

    for (var event : events("open", "closed")) {
      var faults = contracts.validate(event.path("type").asText(), event.path("data"));
      assertThat(faults).isEmpty();
    }
  }

  /** One request that goes through these states. */
  private static List<JsonNode> events(String... states) {
    var rows = Stream.of(states).map(state -> new RequestFile.Row(1, List.of("7", state))).toList();
    var file = new RequestFile(List.of("ID", "state"), 0, rows, List.of());
    return RowEvents.of(file).stream().map(RowEventsTest::parsed).toList();
  }

  private static JsonNode parsed(RowEvent event) {
    try {
      return ServerJson.MAPPER.readTree(event.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
