package dev.patchbay.server.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.connector.TargetDescription;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.PreviewRequest;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /routes}, with what a mapping makes of events. */
@ExtendWith(SharedHub.class)
class RoutesIT {
  private final Workplace work;
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final String path;

  RoutesIT(Workplace work) {
    this.work = work;
    this.admin = work.hub().admin();
    this.viewer = work.hub().as(Role.VIEWER);
    this.path = "/routes/" + work.name();
    admin.post("/connectors", work.connector()).as(201, ConnectorView.class);
  }

  @Test
  void aRouteIsCreatedReadChangedAndDeleted() {
    var created = admin.post("/routes", work.route());
    var view = created.as(201, RouteView.class);
    assertThat(view.route()).isEqualTo(work.route());
    assertThat(view.version()).isEqualTo(1);
    assertThat(view.changedBy()).isEqualTo("admin");
    assertThat(view.targetTitle()).isEqualTo("Service requests / Requests");
    var read = viewer.get(path);
    assertThat(read.as(200, RouteView.class)).isEqualTo(view);
    assertThat(viewer.get("/routes").page(RouteView.class).items()).contains(view);

    var changed = admin.put(path, read.tag(), work.lenientRoute());
    assertThat(changed.as(200, RouteView.class).route()).isEqualTo(work.lenientRoute());
    admin.put(path, read.tag(), work.route()).problem(412);
    admin.send(admin.with("PUT", path, "application/json", work.route())).problem(428);
    admin.post("/routes", work.route()).problem(409);
    admin.delete(path).problem(428);
    admin.delete(path, read.tag()).problem(412);

    assertThat(admin.delete(path, changed.tag()).status()).isEqualTo(204);
    viewer.get(path).problem(404);
    admin.put(path, changed.tag(), work.route()).problem(404);
    admin.post(path + "/pause").problem(404);
    viewer.post(path + "/preview", new PreviewRequest(null, List.of(), null)).problem(404);
  }

  @Test
  void aTargetIsCalledAsPeopleCallIt() {
    admin.post("/routes", work.route()).as(201, RouteView.class);
    work.post(List.of(work.event("1", "t")));
    work.await(DeliveryState.DELIVERED, 1);
    work.google().rename(work.spreadsheet(), "City desk");
    assertThat(targetTitle()).isEqualTo("Service requests / Requests");

    admin.post("/connectors/" + work.name() + "/check").as(200, CheckResult.class);
    assertThat(targetTitle()).isEqualTo("City desk / Requests");
    assertThat(work.deliveries())
        .extracting(DeliverySummary::target)
        .containsExactly("City desk / Requests");

    work.google().rename(work.spreadsheet(), "Town hall");
    admin
        .post("/connectors/" + work.name() + "/describe", work.route().target())
        .as(200, TargetDescription.class);
    assertThat(targetTitle()).isEqualTo("Town hall / Requests");
  }

  @Test
  void aTargetThatCannotBeSeenIsCalledByItsSettings() {
    var nowhere = "0".repeat(44);
    var draft = ServerJson.MAPPER.convertValue(work.route(), ObjectNode.class);
    draft.withObject("/target").put("spreadsheet", nowhere);

    var saved = admin.post("/routes", draft).as(201, RouteView.class);

    assertThat(saved.targetTitle()).isEqualTo(nowhere + " · Requests");
    assertThat(work.hub().log().text())
        .as("what a target says may be addresses")
        .contains("cannot name the target of route " + work.name())
        .doesNotContain(nowhere);
  }

  private String targetTitle() {
    return viewer.get(path).as(200, RouteView.class).targetTitle();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'eventTypes':['request.created']|'eventTypes':[]|/eventTypes",
        "'eventTypes':['request.created']|'eventTypes':['x']|/eventTypes/0",
        "'key':'/data/id'|'key':'id'|/key",
        "'source':'/data/title'|'source':'/data/nothing'|/columns/1/source",
        "'type':'INTEGER'|'type':'FLOAT'|/columns/2/type",
        "'mode':'UPSERT'|'mode':'REPLACE'|/mode",
        "'tab':'Requests'|'sheet':'Requests'|/target/sheet",
        "'state':'ACTIVE'|'state':'ACTIVE','owner':'me'|/owner"
      })
  void aFaultyDraftIsRefusedByField(String right, String wrong, String field) {
    var json = new String(json(work.route()), StandardCharsets.UTF_8);
    var faulty = json.replace(right.replace('\'', '"'), wrong.replace('\'', '"'));
    assertThat(faulty).isNotEqualTo(json);
    assertThat(admin.post("/routes", faulty).faults(400)).contains(field);
    admin.get(path).problem(404);
  }

  @Test
  void aRouteNeedsAConnectorThatIsThere() {
    var draft = work.route();
    var orphan =
        new RouteDraft(
            draft.name(),
            draft.eventTypes(),
            "data.",
            draft.key(),
            "nobody",
            draft.target(),
            draft.mode(),
            draft.columns(),
            draft.state());
    assertThat(admin.post("/routes", orphan).faults(400))
        .containsExactlyInAnyOrder("/filter", "/connector");
  }

  @Test
  void aPausedRouteTakesEventsAndSendsNoneUntilItIsResumed() {
    admin.post("/routes", work.route()).as(201, RouteView.class);
    var support = work.hub().as(Role.SUPPORT);
    var paused = support.post(path + "/pause").as(200, RouteView.class);
    assertThat(paused.route().state()).isEqualTo(RouteState.PAUSED);
    work.post(List.of(work.event("1", "waits")));
    work.await(DeliveryState.PENDING, 1);

    var resumed = support.post(path + "/resume").as(200, RouteView.class);

    assertThat(resumed.route().state()).isEqualTo(RouteState.ACTIVE);
    assertThat(resumed.version()).isEqualTo(paused.version() + 1);
    work.await(DeliveryState.DELIVERED, 1);
  }

  @Test
  void aPreviewAnswersTypedCellsOrWhatIsWrongWithThem() {
    var other = new HashMap<>(work.event("2", "Lamp"));
    other.put("type", "user.created");
    var keyless = new HashMap<>(work.event("3", "x"));
    keyless.put("data", Map.of("id", List.of()));
    var events = List.of(work.event("1", "Pothole", 12), work.event("4", "x", "many"), other);

    var preview =
        viewer
            .post("/routes/preview", new PreviewRequest(work.route(), events, null))
            .as(200, Preview.class);

    assertThat(preview.errors()).isEmpty();
    assertThat(preview.rows())
        .containsExactly(
            new Preview.Row("1", true, "1", cells("1", "Pothole", "12", null), null),
            new Preview.Row(
                "4",
                true,
                "4",
                cells("4", "x", null, preview.rows().get(1).cells().get(2).error()),
                null),
            new Preview.Row("2", false, "2", cells("2", "Lamp", "7", null), null));
    assertThat(preview.rows().get(1).cells().get(2).error()).contains("number");
    var row =
        viewer
            .post("/routes/preview", new PreviewRequest(work.route(), List.of(keyless), null))
            .as(200, Preview.class)
            .rows()
            .getFirst();
    assertThat(row.key()).isNull();
    assertThat(row.error()).contains("/data/id");
  }

  @Test
  void aPreviewWithoutEventsTakesTheNewestStoredOnes() {
    admin.post("/routes", work.route()).as(201, RouteView.class);
    var id = UUID.randomUUID().toString();
    work.post(List.of(work.event("older" + id, "a"), work.event(id, "b")));
    var preview =
        viewer
            .post(path + "/preview", new PreviewRequest(null, List.of(), 1))
            .as(200, Preview.class);
    assertThat(preview.rows())
        .containsExactly(new Preview.Row(id, true, id, cells(id, "b", "7", null), null));
  }

  @Test
  void aPreviewTellsWhatIsWrongWithItsDraftOrItsEvents() {
    var draft = work.route(List.of(Workplace.column("id", "Id", CellType.TEXT, "/data/nothing")));
    var faulty =
        viewer
            .post("/routes/preview", new PreviewRequest(draft, List.of(), null))
            .as(200, Preview.class);
    assertThat(faulty.rows()).isEmpty();
    assertThat(faulty.errors())
        .extracting(error -> error.field())
        .containsExactly("/columns/0/source");
    var unreadable = new PreviewRequest(work.route(), List.of(Map.of("specversion", "1.0")), null);
    assertThat(viewer.post("/routes/preview", unreadable).faults(400)).contains("/events/0/id");
    assertThat(viewer.post("/routes/preview", new PreviewRequest(null, List.of(), 1)).faults(400))
        .containsExactly("/route");
    assertThat(
            viewer
                .post("/routes/preview", new PreviewRequest(work.route(), List.of(), 101))
                .faults(400))
        .containsExactly("/limit");
  }

  private static List<Preview.Cell> cells(
      String id, String title, @Nullable String comments, @Nullable String error) {
    return List.of(
        new Preview.Cell("id", id, null),
        new Preview.Cell("title", title, null),
        new Preview.Cell("comments", comments, error));
  }

  private static byte[] json(Object body) {
    return ServerJson.bytes(body);
  }
}
