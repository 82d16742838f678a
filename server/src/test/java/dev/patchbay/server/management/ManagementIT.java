package dev.patchbay.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.management.Readiness.Part;
import dev.patchbay.server.management.Readiness.Report;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The management port. */
@ExtendWith(SharedHub.class)
class ManagementIT {
  private final Workplace work;

  ManagementIT(Workplace work) {
    this.work = work;
  }

  @Test
  void aHubThatWorksIsAliveAndReady() {
    assertThat(get("/health/live").as(200, Object.class)).isEqualTo(Map.of("alive", true));
    Eventually.soon() // each part has a second to answer, and is not ready in a longer pause
        .passes(
            () ->
                assertThat(get("/health/ready").as(200, Report.class))
                    .isEqualTo(
                        new Report(
                            true,
                            List.of(
                                new Part("database", true, "ok"),
                                new Part("configuration", true, "ok")))));
  }

  @Test
  void metricsTellStatesDeliveriesAndLatency() {
    work.opened();
    work.post(List.of(work.event("1", "t"), work.event("2", "t", "x")));
    work.await(Map.of("1", DeliveryState.DELIVERED, "2", DeliveryState.DEAD));
    var admin = work.hub().admin();
    admin.post("/connectors/" + work.name() + "/pause").as(200, ConnectorView.class);

    var metrics = get("/metrics");

    assertThat(metrics.header("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(metrics.text())
        .contains(
            "# TYPE integration_connector_status gauge",
            status("paused", "1.0"),
            status("up", "0.0"),
            "# TYPE external_call_latency histogram",
            "external_call_latency_count{connector=\"" + work.name() + "\",method=",
            "# TYPE patchbay_deliveries gauge",
            "patchbay_inbox_events_total{status=\"accepted\"}")
        .containsPattern("patchbay_deliveries\\{state=\"delivered\"} [1-9]")
        .containsPattern("patchbay_deliveries\\{state=\"dead\"} [1-9]")
        .doesNotContain("NaN");
  }

  @Test
  void theTwoPortsServeNothingOfEachOther() {
    get("/api/v1/integration/me").problem(404);
    get("/").problem(404);
    var api = work.hub().stranger();
    api.get("//health/live").problem(401);
    work.hub().admin().get("//health/live").problem(404);
    work.hub().admin().get("//metrics").problem(404);
  }

  private String status(String state, String value) {
    return "integration_connector_status{connector=\"%s\",state=\"%s\"} %s"
        .formatted(work.name(), state, value);
  }

  private Reply get(String path) {
    return work.hub().management().get("/" + path);
  }
}
