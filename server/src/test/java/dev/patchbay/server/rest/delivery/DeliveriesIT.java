package dev.patchbay.server.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /deliveries}. */
@ExtendWith(SharedHub.class)
class DeliveriesIT {
  private final Workplace work;
  private final ApiCaller viewer;
  private final ApiCaller support;

  DeliveriesIT(Workplace work) {
    this.work = work.opened();
    this.viewer = work.hub().as(Role.VIEWER);
    this.support = work.hub().as(Role.SUPPORT);
  }

  @Test
  void everyFilterNarrowsTheList() {
    work.post(List.of(work.event("good", "t"), work.event("bad", "t", "100 % no_number")));
    work.await(Map.of("good", DeliveryState.DELIVERED, "bad", DeliveryState.DEAD));
    var bad = list("state=DEAD").getFirst();

    assertThat(list("")).extracting(DeliverySummary::key).containsExactly("bad", "good");
    assertThat(list("state=DELIVERED")).extracting(DeliverySummary::key).containsExactly("good");
    assertThat(list("state=PENDING")).isEmpty();
    assertThat(list("key=bad")).containsExactly(bad);
    assertThat(list("key=BAD")).isEmpty();
    assertThat(list("text=number")).containsExactly(bad);
    assertThat(list("text=NUMBER&state=DEAD&key=bad")).containsExactly(bad);
    assertThat(list("text=n_mber")).as("an underscore is no wild card").isEmpty();
    assertThat(list("since=" + bad.acceptedAt())).hasSize(2);
    assertThat(list("until=" + bad.acceptedAt())).isEmpty();
    assertThat(list("since=" + bad.acceptedAt().plusMillis(1))).isEmpty();
    assertThat(list("until=" + bad.acceptedAt().plusMillis(1))).hasSize(2);
    assertThat(viewer.get("/deliveries?route=nobody").page(DeliverySummary.class).items())
        .isEmpty();
  }

  @Test
  void pagesStayInPlaceWhileNewDeliveriesArrive() {
    work.post(events("first", 25));
    var keys = new ArrayList<String>();
    @Nullable String cursor = null;
    int pages = 0;
    do {
      var page =
          viewer
              .get(
                  "/deliveries?limit=10&route="
                      + work.name()
                      + (cursor == null ? "" : "&cursor=" + cursor))
              .page(DeliverySummary.class);
      page.items().forEach(delivery -> keys.add(delivery.key()));
      cursor = page.next();
      work.post(events("later" + pages++, 5));
    } while (cursor != null);
    assertThat(pages).isEqualTo(3);
    assertThat(keys)
        .containsExactlyElementsOf(
            IntStream.range(0, 25).mapToObj(i -> "first-" + (24 - i)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "state=GONE,state",
    "since=yesterday,since",
    "until=12,until",
    "limit=0,limit",
    "limit=501,limit",
    "limit=x,limit",
    "cursor=abc,cursor",
    "key=a%00b,key",
    "text=a%00b,text",
    "order=key,order"
  })
  void whatIsNoFilterIsRefusedByName(String query, String name) {
    assertThat(viewer.get("/deliveries?" + query).faults(400)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"nothing", "1-1-00000000-0000-7000-8000-000000000000", "9-9"})
  void anUnknownDeliveryIsNotFound(String id) {
    viewer.get("/deliveries/" + id).problem(404);
    support.post("/deliveries/" + id + "/retry").problem(404);
    support.post("/deliveries/" + id + "/cancel").problem(404);
  }

  @Test
  void aDeadDeliveryIsRetriedOnceItsRouteIsMended() {
    work.post(List.of(work.event("1", "t", "twelve")));
    var dead = work.await(DeliveryState.DEAD, 1).getFirst();
    var detail = work.delivery(dead.id());
    assertThat(detail.summary().cause()).contains("comments");
    assertThat(detail.rowError()).contains("comments");
    var admin = work.hub().admin();
    var route = "/routes/" + work.name();
    admin.put(route, admin.get(route).tag(), work.lenientRoute()).as(200, RouteView.class);

    var retried = support.post("/deliveries/" + dead.id() + "/retry");

    assertThat(retried.as(200, DeliveryDetail.class).summary().id()).isEqualTo(dead.id());
    work.await(DeliveryState.DELIVERED, 1);
    assertThat(work.rows()).contains(List.of("1", "t", "twelve"));
    var again = support.post("/deliveries/" + dead.id() + "/retry").problem(409);
    assertThat(again.detail()).contains("DELIVERED");
    support.post("/deliveries/" + dead.id() + "/cancel").problem(409);
  }

  @Test
  void aPendingDeliveryIsCancelled() {
    support.post("/routes/" + work.name() + "/pause").as(200, RouteView.class);
    work.post(List.of(work.event("1", "t"), work.event("2", "t")));
    var first = list("key=1").getFirst();
    var cancelled = support.post("/deliveries/" + first.id() + "/cancel");
    assertThat(cancelled.as(200, DeliveryDetail.class).summary().state())
        .isEqualTo(DeliveryState.CANCELLED);
    support.post("/deliveries/" + first.id() + "/cancel").problem(409);
    support.post("/deliveries/" + first.id() + "/retry").problem(409);
    support.post("/routes/" + work.name() + "/resume").as(200, RouteView.class);
    work.await(Map.of("1", DeliveryState.CANCELLED, "2", DeliveryState.DELIVERED));
    assertThat(work.google().column(work.spreadsheet(), "Requests", "Id")).containsExactly("2");
  }

  @Test
  void everyAttemptIsShownWithItsOutcome() {
    work.google().breakCalls("500", "spreadsheets.batchUpdate");
    try {
      work.post(List.of(work.event("1", "t")));
      var doubtful = work.await(DeliveryState.UNKNOWN, 1).getFirst();
      assertThat(doubtful.cause()).contains("500");
      support.post("/deliveries/" + doubtful.id() + "/cancel").problem(409);
      assertThat(work.delivery(doubtful.id()).attempts())
          .singleElement()
          .matches(a -> a.rows() == 1);
    } finally {
      work.google().mend();
    }
    var delivered = work.await(DeliveryState.DELIVERED, 1).getFirst();
    assertThat(work.delivery(delivered.id()).attempts())
        .extracting(AttemptView::outcome)
        .containsExactly("VOID", "APPLIED");
  }

  private List<DeliverySummary> list(String filter) {
    var query = Stream.of("route=" + work.name(), filter).filter(part -> !part.isEmpty()).toList();
    return viewer.get("/deliveries?" + String.join("&", query)).page(DeliverySummary.class).items();
  }

  private List<Map<String, Object>> events(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> work.event(name + "-" + i, "t")).toList();
  }
}
