package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.WrittenCell;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub's main job, by REST alone. */
@ExtendWith(SharedHub.class)
class MainPathIT {
  @Test
  void anEventBecomesARowInASheet(Workplace work) {
    var admin = work.hub().admin();
    var created = admin.post("/connectors", work.connector()).as(201, ConnectorView.class);
    assertThat(created.secretsSet()).containsExactly("service-account-key");
    admin.post("/routes", work.route()).as(201, RouteView.class);
    var check = admin.post("/connectors/" + work.name() + "/check").as(200, CheckResult.class);
    assertThat(check.ok()).as("%s", check).isTrue();

    postInEachForm(work);
    work.await(DeliveryState.DELIVERED, 4);

    assertThat(work.rows())
        .containsExactlyInAnyOrder(
            List.of("Id", "Title", "Comments"),
            List.of("structured", "=1+1", "7"),
            List.of("binary", "Grüße", "3"),
            List.of("batch-1", "007", "7"),
            List.of("batch-2", "", "7"));
  }

  @Test
  void aDeliveryShowsItsEventItsAttemptsAndTheRowItWrote(Workplace work) {
    work.opened();
    work.post(List.of(work.event("r-1", "Pothole")));

    var delivered = work.await(DeliveryState.DELIVERED, 1).getFirst();
    var detail = work.delivery(delivered.id());

    assertThat(detail.summary()).isEqualTo(delivered);
    assertThat(delivered.key()).isEqualTo("r-1");
    assertThat(delivered.connector()).isEqualTo(work.name());
    assertThat(detail.envelope()).isEqualTo(work.event("r-1", "Pothole"));
    assertThat(detail.attempts()).singleElement().matches(a -> a.outcome().equals("APPLIED"));
    assertThat(detail.attempts().getFirst().receipt()).isNotNull();
    assertThat(detail.row())
        .containsExactly(
            new WrittenCell("id", "Id", CellType.TEXT, "r-1"),
            new WrittenCell("title", "Title", CellType.TEXT, "Pothole"),
            new WrittenCell("comments", "Comments", CellType.INTEGER, "7"));
    assertThat(detail.rowError()).isNull();
  }

  private static void postInEachForm(Workplace work) {
    var service = work.hub().as(Role.SERVICE);
    var structured =
        service.post("/events", "application/cloudevents+json", work.event("structured", "=1+1"));
    assertThat(statuses(structured.as(202, EventReceipts.class)))
        .containsExactly(ReceiptStatus.ACCEPTED);
    var data = Map.of("id", "binary", "title", "Grüße", "attributes", Map.of("count", 3));
    var binary =
        service.send(
            service
                .with("POST", "/events", "application/json", data)
                .header("ce-specversion", "1.0")
                .header("ce-id", "binary")
                .header("ce-source", work.source())
                .header("ce-type", "request.created"));
    assertThat(statuses(binary.as(202, EventReceipts.class)))
        .containsExactly(ReceiptStatus.ACCEPTED);
    var batch = work.post(List.of(work.event("batch-1", "007"), work.event("batch-2", "")));
    assertThat(statuses(batch)).containsExactly(ReceiptStatus.ACCEPTED, ReceiptStatus.ACCEPTED);
  }

  private static List<ReceiptStatus> statuses(EventReceipts receipts) {
    return receipts.receipts().stream().map(receipt -> receipt.status()).toList();
  }
}
