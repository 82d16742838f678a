package dev.patchbay.server;

import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.server.rig.Workplace.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.Enrichment;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.service.ServiceCheck;
import dev.patchbay.model.service.ServiceDraft;
import dev.patchbay.model.service.ServiceState;
import dev.patchbay.model.service.ServiceTypeView;
import dev.patchbay.model.service.ServiceView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.PeopleService;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rows that carry what a core service says. */
@ExtendWith(SharedHub.class)
class EnrichmentIT {
  private final PeopleService people = new PeopleService();
  private final Workplace work;
  private final ApiCaller admin;
  private final String path;

  EnrichmentIT(Workplace work) {
    this.work = work;
    this.admin = work.hub().admin();
    this.path = "/services/" + work.name();
  }

  @BeforeEach
  void configure() {
    admin.post("/connectors", work.connector()).as(201, ConnectorView.class);
    admin.post("/services", service(Map.of())).as(201, ServiceView.class);
    people.knows("1", "Ada");
    people.knows("2", "Bob");
  }

  @AfterEach
  void close() {
    people.close();
  }

  @Test
  void rowsCarryWhatTheServiceSaysAndItIsAskedOnceForEachPerson() {
    open(WhenUnavailable.WAIT);
    work.post(
        IntStream.range(0, 40)
            .mapToObj(i -> event("r-" + i, Integer.toString(1 + i % 2)))
            .toList());
    work.post(List.of(event("nobody", "3"), work.event("silent", "t"), event("odd", "a/../1 ?#%")));
    work.await(DELIVERED, 43);

    assertThat(names())
        .containsEntry("r-0", "Ada")
        .containsEntry("r-39", "Bob")
        .containsEntry("nobody", "")
        .containsEntry("silent", "")
        .containsEntry("odd", "");
    assertThat(people.calls())
        .containsExactlyInAnyOrder(
            "/users/1", "/users/2", "/users/3", "/users/a%2F..%2F1%20%3F%23%25");
    assertThat(metrics())
        .contains(
            "patchbay_service_call_latency_count{outcome=\"found\",service=\"%s\"} 2"
                .formatted(work.name()),
            "patchbay_service_status{service=\"%s\",state=\"up\"} 1.0".formatted(work.name()));
  }

  @Test
  void aWaitingRowHoldsBackItsOwnKeyUntilTheServiceIsBack() {
    open(WhenUnavailable.WAIT);
    work.post(List.of(event("warm", "1")));
    work.await(Map.of("warm", DELIVERED));
    people.answers(500);
    work.post(List.of(event("a", "2"), event("b", "1"), work.event("c", "asks nobody")));
    work.await(Map.of("warm", DELIVERED, "a", PENDING, "b", DELIVERED, "c", DELIVERED));
    Eventually.soon()
        .passes(
            () -> {
              var waiting = delivery("a");
              assertThat(waiting.tries()).isZero();
              assertThat(waiting.cause()).contains("'" + work.name() + "'", "500");
            });
    Eventually.soon().passes(() -> assertThat(view().state()).isEqualTo(ServiceState.DOWN));
    assertThat(view().stateReason()).contains("500");
    people.answers(200);
    work.await(Map.of("warm", DELIVERED, "a", DELIVERED, "b", DELIVERED, "c", DELIVERED));
    assertThat(names()).containsEntry("a", "Bob");
    Eventually.soon().passes(() -> assertThat(view().state()).isEqualTo(ServiceState.UP));
  }

  @Test
  void aRowThatMayGoWithoutDoesNotWait() {
    people.answers(503);
    open(WhenUnavailable.DELIVER_WITHOUT);
    work.post(List.of(event("a", "1")));
    work.await(DELIVERED, 1);
    assertThat(names()).containsEntry("a", "");
  }

  @Test
  void aRowWithAnUnfitOrRefusedPathIsParkedWithAdvice() {
    people.answers(400);
    open(WhenUnavailable.WAIT);
    work.post(List.of(event("a", "1"), event("b", "..")));
    work.await(Map.of("a", DEAD, "b", DEAD));
    assertThat(delivery("a").cause()).contains("'" + work.name() + "'", "400", "Correct the path");
    assertThat(delivery("b").cause()).contains("'person'", "/data/reporter/id", "Correct");
  }

  @Test
  void aRefusedCredentialHoldsRowsUntilItIsMended() {
    people.wants("right");
    open(WhenUnavailable.WAIT);
    var wrong = service(Map.of("token", "wrong"), "bearer");
    admin.put(path, admin.get(path).tag(), wrong).as(200, ServiceView.class);
    work.post(List.of(event("a", "1")));
    Eventually.soon()
        .passes(() -> assertThat(view().state()).isEqualTo(ServiceState.CREDENTIAL_REFUSED));
    work.await(PENDING, 1);
    assertThat(check().ok()).isFalse();

    var right = service(Map.of("token", "right"), "bearer");
    admin.put(path, admin.get(path).tag(), right).as(200, ServiceView.class);

    work.await(DELIVERED, 1);
    assertThat(view().state()).isEqualTo(ServiceState.UP);
    assertThat(check().ok()).isTrue();
    assertThat(names()).containsEntry("a", "Ada");
  }

  @Test
  void aServiceIsReadChangedAndDeletedOnceNoRouteAsksIt() {
    assertThat(work.hub().as(Role.VIEWER).get("/service-types").page(ServiceTypeView.class).items())
        .extracting(ServiceTypeView::name)
        .contains("rest");
    var created = view();
    assertThat(created.routes()).isEmpty();
    open(WhenUnavailable.WAIT);
    assertThat(view().routes()).containsExactly(work.name());
    assertThat(admin.get("/services").page(ServiceView.class).items()).contains(view());
    assertThat(admin.delete(path, admin.get(path).tag()).problem(409).detail())
        .contains("routes ask it: " + work.name());
    admin.post("/services", service(Map.of())).problem(409);
    admin.put(path, "\"7\"", service(Map.of())).problem(412);

    var route = "/routes/" + work.name();
    assertThat(admin.delete(route, admin.get(route).tag()).status()).isEqualTo(204);
    assertThat(admin.delete(path, admin.get(path).tag()).status()).isEqualTo(204);
    admin.get(path).problem(404);
  }

  @Test
  void aFaultyServiceOrEnrichmentIsRefusedByField() {
    var elsewhere =
        new ServiceDraft(work.name() + "-2", "rest", Map.of("url", "ftp://x"), Map.of(), true);
    assertThat(admin.post("/services", elsewhere).faults(400)).containsExactly("/settings/url");
    var unknown = route(WhenUnavailable.WAIT, "nobody", "/users/{/data/reporter/id}");
    assertThat(admin.post("/routes", unknown).faults(400))
        .containsExactly("/enrichments/0/service");
    var outside = route(WhenUnavailable.WAIT, work.name(), "//evil.example/{/data/reporter/id}");
    assertThat(admin.post("/routes", outside).faults(400)).contains("/enrichments/0/path");
  }

  @Test
  void aPreviewAsksTheServiceForThoseWhoMayDecideWhatIsAsked() {
    open(WhenUnavailable.WAIT);
    var draft = route(WhenUnavailable.WAIT, work.name(), "/users/{/data/reporter/id}");
    var own = new PreviewRequest(draft, List.of(event("a", "1")), null);
    var viewer = work.hub().as(Role.VIEWER);
    assertThat(person(admin, "/routes/preview", own).text()).isEqualTo("Ada");
    var asked = people.calls().size();
    assertThat(person(viewer, "/routes/preview", own).error()).contains("not fetched");
    assertThat(person(viewer, "/routes/" + work.name() + "/preview", own).error())
        .contains("not fetched");
    assertThat(people.calls()).hasSize(asked);

    work.post(List.of(event("stored", "2")));
    work.await(DELIVERED, 1);
    var stored = new PreviewRequest(null, List.of(), 1);
    assertThat(person(viewer, "/routes/" + work.name() + "/preview", stored).text())
        .isEqualTo("Bob");
    people.answers(500);
    var other = new PreviewRequest(draft, List.of(event("a", "9")), null);
    assertThat(person(admin, "/routes/preview", other).error())
        .contains("'person' is missing", "500");
  }

  private static Preview.Cell person(ApiCaller caller, String path, PreviewRequest request) {
    return caller.post(path, request).as(200, Preview.class).rows().getFirst().cells().getLast();
  }

  private void open(WhenUnavailable policy) {
    var draft = route(policy, work.name(), "/users/{/data/reporter/id}");
    var saved = admin.post("/routes", draft).as(201, RouteView.class);
    assertThat(saved.route()).isEqualTo(draft);
  }

  private RouteDraft route(WhenUnavailable policy, String service, String template) {
    return work.route(
            List.of(
                column("id", "Id", CellType.TEXT, "/data/id"),
                column("person", "Person", CellType.TEXT, "/enriched/person/name")))
        .withEnrichments(List.of(new Enrichment("person", service, template, policy, 3600)));
  }

  private ServiceDraft service(Map<String, String> secrets) {
    return service(secrets, "none");
  }

  private ServiceDraft service(Map<String, String> secrets, String authentication) {
    var settings = Map.of("url", people.url(), "authentication", authentication);
    return new ServiceDraft(work.name(), "rest", settings, secrets, true);
  }

  private Map<String, Object> event(String id, String reporter) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id,
        "source",
        work.source(),
        "type",
        "request.created",
        "data",
        Map.of("id", id, "reporter", Map.of("id", reporter)));
  }

  private ServiceView view() {
    return admin.get(path).as(200, ServiceView.class);
  }

  private ServiceCheck check() {
    return work.hub().as(Role.SUPPORT).post(path + "/check").as(200, ServiceCheck.class);
  }

  private DeliverySummary delivery(String key) {
    return work.deliveries().stream()
        .filter(delivery -> delivery.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private String metrics() {
    return work.hub().management().get("//metrics").text();
  }

  /** Names of people by key, as the sheet shows them. */
  private Map<String, String> names() {
    return work.rows().stream()
        .skip(1)
        .collect(
            java.util.stream.Collectors.toMap(
                List::getFirst, row -> row.size() > 1 ? row.get(1) : ""));
  }
}
