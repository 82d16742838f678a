package dev.patchbay.server.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.connectors.email.MailServerSide;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.job.NoticeOrder;
import dev.patchbay.model.job.NoticeOrder.Event;
import dev.patchbay.model.job.Reconciliation;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person spoils a sheet; a schedule tells, and has it mended by ordinary deliveries. */
@ExtendWith(SharedHub.class)
class ReconciliationIT {
  private final Workplace work;
  private final ApiCaller admin;
  private final ApiCaller support;

  ReconciliationIT(Workplace work) {
    this.work = work;
    this.admin = work.hub().admin();
    this.support = work.hub().as(Role.SUPPORT);
  }

  @BeforeEach
  void fill() {
    work.opened();
    work.post(List.of(work.event("a", "A"), work.event("b", "B"), work.event("c", "C")));
    work.await(DeliveryState.DELIVERED, 3);
  }

  @Test
  void whereNobodyTouchedTheSheetNothingIsFound() {
    var run = run("untouched", false);

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.findings()).isZero();
    assertThat(log(run))
        .contains(
            "3 keys are compared.",
            "0 keys are missing, 0 cells differ, 0 rows repeat a key,"
                + " 0 rows have a key that the hub does not know.");
    assertThat(lines(run)).containsExactly("Finding,Key,Row,Column,Expected,Shown,Delivery");
  }

  @Test
  void whatAPersonSpoiledIsToldWithItsRowAndStays() {
    spoil();

    var run = run("spoiled", false);

    assertThat(run.findings()).isEqualTo(4);
    assertThat(lines(run).stream().map(line -> line.replaceFirst(",[^,]*$", "")))
        .containsExactlyInAnyOrder(
            "Finding,Key,Row,Column,Expected,Shown",
            "MISSING,a,,,,",
            "DIFFERS,b,2,Title,B,mine",
            "DOUBLED,c,4,,,",
            "UNKNOWN,own,5,,,");
    assertThat(work.deliveries()).hasSize(3);
  }

  @Test
  void whatIsMissingOrDiffersIsDeliveredAgainAndNothingElseIsTouched() {
    spoil();

    var run = run("repair", true);

    assertThat(run.findings()).isEqualTo(4);
    assertThat(log(run)).contains("2 keys are delivered again; 0 changed meanwhile and are left.");
    work.await(DeliveryState.DELIVERED, 5);
    assertThat(work.rows())
        .containsExactly(
            List.of("Id", "Title", "Comments"),
            List.of("b", "B", "7"),
            List.of("c", "C", "7"),
            List.of("c", "copy"),
            List.of("own", "note"),
            List.of("a", "A", "7"));
    assertThat(run("after repair", true).findings()).as("what people added").isEqualTo(2);
    assertThat(work.deliveries()).hasSize(5);
  }

  @Test
  void newerFactsAreNeverOverwrittenByARepair() {
    work.google().type(work.spreadsheet(), "Requests!B2", List.of(List.of("mine")));
    var before = work.route();
    var route = admin.get("/routes/" + work.name()).as(200, RouteView.class);
    admin
        .put("/routes/" + work.name(), tag(route.version()), before.withState(RouteState.PAUSED))
        .as(200, RouteView.class);
    work.post(List.of(newer("a-2", "a", "A2")));

    var run = run("moving", true);

    assertThat(run.findings()).as("a delivery of the key is under way").isZero();
    assertThat(log(run))
        .contains("3 keys are compared; 1 of them were in motion, and the next run looks at them.");
  }

  @Test
  void aManyRowedTabIsComparedPageByPage() {
    var events =
        IntStream.range(0, 1_500).mapToObj(i -> work.event("k" + i, "title " + i)).toList();
    for (int from = 0; from < events.size(); from += 500) {
      work.post(events.subList(from, from + 500));
    }
    Eventually.soon().isTrue("all rows", () -> work.rows().size() == 1_504);
    work.google().type(work.spreadsheet(), "Requests!C1300", List.of(List.of("8")));
    work.google().deleteRow(work.spreadsheet(), "Requests", 1_200);
    work.google().deleteRow(work.spreadsheet(), "Requests", 700);

    var run = run("many", true);

    assertThat(run.findings()).isEqualTo(3);
    assertThat(log(run)).anyMatch(line -> line.startsWith("3 keys are delivered again"));
    Eventually.soon().isTrue("all rows again", () -> work.rows().size() == 1_504);
    Eventually.soon().passes(() -> assertThat(run("later", false).findings()).isZero());
  }

  @Test
  void whereTheSheetCannotBeReadTheRunWaitsAndSaysWhy() {
    work.google().breakCalls("500", "spreadsheets.getByDataFilter");
    try {
      var id = start("unreadable", false).id();
      var waits =
          Eventually.soon()
              .get("its reason", () -> Optional.of(get(id)).filter(it -> it.reason() != null));
      assertThat(waits.endedAt()).isNull();
    } finally {
      work.google().mend();
    }
  }

  @Test
  void findingsAreToldByMailWhereThatIsWanted() {
    try (var server = new MailServerSide()) {
      var mail = "mail-" + work.name();
      admin
          .post(
              "/connectors",
              new ConnectorDraft(mail, "email", server.settings(), MailServerSide.PASSWORD, true))
          .as(201, ConnectorView.class);
      spoil();
      var draft =
          draft("told", false)
              .telling(new NoticeOrder(mail, List.of("anna@example.org"), List.of(Event.FINDINGS)));
      admin.post("/schedules", draft).as(201, ScheduleView.class);
      ended(start(draft));

      var told =
          Eventually.soon()
              .get(
                  "the message",
                  () -> server.mailbox(MailAddress.of("anna@example.org")).stream().findFirst());
      assertThat(told.subject()).isEqualTo("4 findings: " + draft.name());
      assertThat(told.text()).contains("Done, 4 found");
    }
  }

  @Test
  void whatCannotBeComparedIsRefusedByField() {
    assertThat(admin.post("/schedules", draft("x", false, "nowhere")).problem(400).errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.field()).isEqualTo("/reconcile/route");
              assertThat(error.message()).contains("there is no route 'nowhere'");
            });
    var appending = appending();
    admin.post("/routes", appending).as(201, RouteView.class);
    assertThat(admin.post("/schedules", draft("x", false, appending.name())).faults(400))
        .containsExactly("/reconcile/route");
    save("guard", false);
    var route = admin.get("/routes/" + work.name()).as(200, RouteView.class);
    assertThat(admin.delete("/routes/" + work.name(), tag(route.version())).problem(409).detail())
        .contains("schedules compare its rows: guard " + work.name());
  }

  private RouteDraft appending() {
    var route = work.route();
    return new RouteDraft(
        "append-" + work.name(),
        route.eventTypes(),
        route.filter(),
        route.key(),
        route.connector(),
        Map.of("spreadsheet", work.spreadsheet(), "tab", "Log"),
        WriteMode.APPEND,
        route.columns(),
        RouteState.ACTIVE);
  }

  /** A is deleted, b changed, c copied, and there is a row of their own. */
  private void spoil() {
    work.google().deleteRow(work.spreadsheet(), "Requests", 2);
    work.google().type(work.spreadsheet(), "Requests!B2", List.of(List.of("mine")));
    work.google()
        .type(
            work.spreadsheet(),
            "Requests!A4:B5",
            List.of(List.of("c", "copy"), List.of("own", "note")));
  }

  private Map<String, Object> newer(String event, String id, String title) {
    return Map.of(
        "specversion",
        "1.0",
        "id",
        event,
        "source",
        work.source(),
        "type",
        "request.created",
        "data",
        Map.of("id", id, "title", title, "attributes", Map.of("count", 7)));
  }

  private static String tag(long version) {
    return "\"" + version + "\"";
  }

  private RunView run(String name, boolean repair) {
    return ended(start(name, repair));
  }

  private RunView start(String name, boolean repair) {
    return start(save(name, repair));
  }

  private ScheduleDraft save(String name, boolean repair) {
    var draft = draft(name, repair);
    var saved = admin.post("/schedules", draft);
    assertThat(saved.status()).isIn(201, 409);
    return draft;
  }

  private RunView start(ScheduleDraft draft) {
    return support
        .post("/schedules/" + draft.name().replace(" ", "%20") + "/run")
        .as(202, RunView.class);
  }

  private ScheduleDraft draft(String name, boolean repair) {
    return draft(name, repair, work.name());
  }

  private ScheduleDraft draft(String name, boolean repair, String route) {
    return ScheduleDraft.of(
        name + " " + work.name(), new Reconciliation(route, repair), "0 0 3 1 1 ?", "UTC");
  }

  private RunView ended(RunView run) {
    return Eventually.soon()
        .get("its end", () -> Optional.of(get(run.id())).filter(it -> it.endedAt() != null));
  }

  private RunView get(String id) {
    return support.get("/runs/" + id).as(200, RunView.class);
  }

  private List<String> log(RunView run) {
    return support.get("/runs/" + run.id() + "/log").page(RunLogLine.class).items().stream()
        .map(RunLogLine::text)
        .toList();
  }

  private List<String> lines(RunView run) {
    return support.get("/runs/" + run.id() + "/file").text().replace("\ufeff", "").lines().toList();
  }
}
