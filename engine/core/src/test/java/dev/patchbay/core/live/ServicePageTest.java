package dev.patchbay.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.readmodel.Dataset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePageTest {
  private static Optional<ServicePage> read(String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ServicePage.read(Dataset.REQUESTS, ZoneId.of("Europe/Berlin"), bytes);
  }

  @Test
  void fieldsAreTypedAndFurtherTimesAreThoseOfTheZone() {
    var page =
        read("""
                {'items': [{'id': 'r-1', 'title': 'Lamp', 'requestedAt': '2026-07-01T08:00:00Z',
                  'closedAt': '2026-07-02T08:00:00Z', 'lat': 52.5, 'public': true,
                  'updatedAt': 'soon', 'status': null, 'zip': 10115}], 'next': 'n'}
                """)
            .orElseThrow();

    assertThat(page.next()).isEqualTo("n");
    assertThat(page.rows())
        .containsExactly(
            Map.of(
                "id",
                "r-1",
                "title",
                "Lamp",
                "requestedAt",
                Instant.parse("2026-07-01T08:00:00Z"),
                "closedAt",
                "2026-07-02T10:00",
                "lat",
                page.rows().getFirst().get("lat"),
                "public",
                true,
                "zip",
                10115));
    assertThat(page.rows().getFirst().get("lat")).asString().isEqualTo("52.5");
  }

  @Test
  void whatNoPolicyKnowsIsLeftOut() {
    var page =
        read(
            """
            {'items': [{'id': 'r-1', 'reporter': {'email': 'ada@example.org'}, 'secret': 'x'}]}
            """);

    assertThat(page.orElseThrow().rows()).containsExactly(Map.of("id", "r-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{'items': [{}]}", "{'items': [], 'next': 7}", "{'items'"})
  void whatIsNoPageIsNone(String json) {
    assertThat(read(json)).isEmpty();
  }
}
