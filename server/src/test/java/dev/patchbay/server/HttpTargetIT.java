package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.Guarantee;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.rig.HttpSink;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that go to any service by HTTP. */
@ExtendWith(SharedHub.class)
class HttpTargetIT {
  private final HttpSink service = new HttpSink("Bearer t0ken");

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void everyEventIsAppliedOnceThoughTheServiceFailsAndAnswersAreLost(Workplace work) {
    var created = work.hub().admin().post("/connectors", connector(work));
    assertThat(created.as(201, ConnectorView.class).guarantee()).isEqualTo(Guarantee.IDEMPOTENT);
    work.hub().admin().post("/routes", route(work)).as(201, RouteView.class);
    service.failAt(List.of(500, HttpSink.LOST, 503, HttpSink.LOST));

    work.post(IntStream.range(0, 20).mapToObj(i -> work.event("r-" + i, "Pothole")).toList());
    var delivered = work.await(DeliveryState.DELIVERED, 20);

    assertThat(service.applied().keySet())
        .containsExactlyInAnyOrderElementsOf(delivered.stream().map(DeliverySummary::id).toList());
    assertThat(service.applied().values())
        .contains(
            "{\"delivery\":\"%s\",\"key\":\"r-7\",\"data\":{\"Id\":\"r-7\",\"Title\":\"Pothole\",\"Comments\":7}}"
                .formatted(idOf(delivered, "r-7")));
  }

  private ConnectorDraft connector(Workplace work) {
    return new ConnectorDraft(
        work.name(),
        "http",
        Map.of("url", service.uri().toString(), "idempotent", "true"),
        Map.of("authorization", "Bearer t0ken"),
        true);
  }

  private static RouteDraft route(Workplace work) {
    var sheet = work.route();
    return new RouteDraft(
        sheet.name(),
        sheet.eventTypes(),
        sheet.filter(),
        sheet.key(),
        sheet.connector(),
        Map.of("path", "hooks/requests"),
        WriteMode.APPEND,
        sheet.columns(),
        sheet.state());
  }

  private static String idOf(List<DeliverySummary> deliveries, String key) {
    return deliveries.stream()
        .filter(delivery -> delivery.key().equals(key))
        .map(DeliverySummary::id)
        .findFirst()
        .orElseThrow();
  }
}
