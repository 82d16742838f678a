package dev.patchbay.server.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.request.ReadModelView;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestSummary.NamedCount;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /requests/overview} and {@code /requests/summary}, over events of a Request Service. */
@ExtendWith(FilledReadModel.Shared.class)
class RequestOverviewIT {
  private final FilledReadModel model;
  private final ApiCaller viewer;
  private final List<JsonNode> requests;

  RequestOverviewIT(FilledReadModel model) {
    this.model = model;
    this.viewer = model.viewer();
    this.requests = model.requests();
  }

  private RequestSummary summary(String query) {
    return viewer.get("/requests/summary" + query).as(200, RequestSummary.class);
  }

  private RequestOverview overview(String query) {
    return viewer.get("/requests/overview?" + query).as(200, RequestOverview.class);
  }

  @Test
  void twoHundredQueriesFindWhatTheRequestServiceFinds() {
    var queries = new GeneratedQueries(20_261_126, requests);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      var query = queries.next();
      var theirs = theirs(query);
      assertThat(ours(query)).as(query).isEqualTo(theirs);
      found += theirs.isEmpty() ? 0 : 1;
    }
    assertThat(found).as("queries that find something").isGreaterThan(100);
  }

  private List<String> theirs(String query) {
    var ids = new ArrayList<String>();
    var page = model.service().page(query);
    page.path("items").forEach(item -> ids.add(item.path("id").asText()));
    while (page.hasNonNull("next")) {
      page = model.service().page(query + "&cursor=" + page.path("next").asText());
      page.path("items").forEach(item -> ids.add(item.path("id").asText()));
    }
    return ids;
  }

  private List<String> ours(String query) {
    var ids = new ArrayList<String>();
    var page = overview(query);
    page.items().forEach(item -> ids.add(item.id()));
    while (page.next() != null) {
      page = overview(query + "&cursor=" + page.next());
      page.items().forEach(item -> ids.add(item.id()));
    }
    return ids;
  }

  @Test
  void aRequestIsShownWithAllThatIsKnownOfIt() {
    var known = requests.getFirst();
    var shown = shown(known.path("id").asText());

    assertThat(shown.title()).isEqualTo(known.path("title").asText());
    assertThat(shown.requestedAt()).isEqualTo(known.path("requestedAt").asText());
    assertThat(shown.more())
        .containsEntry("zip", known.path("zip").asText())
        .containsEntry("supporters", known.path("supporters").asInt());
  }

  private RequestView shown(String id) {
    return overview("sort=id&limit=500").items().stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsFollowTheEvents() {
    var id = "counted";
    model.post(
        List.of(
            model.event("request.created", Map.of("id", id, "status", "counted", "version", 1)),
            model.event(
                "request.created", Map.of("id", id + "2", "status", "counted", "version", 1))));
    assertThat(summary("?status=counted").requests()).isEqualTo(2);

    model.post(
        List.of(
            model.event("request.status.changed", Map.of("id", id, "status", "done", "version", 2)),
            model.event("request.deleted", Map.of("id", id + "2", "version", 2))));

    assertThat(summary("?status=counted").requests()).isZero();
    assertThat(summary("?status=done").status()).containsExactly(new NamedCount("done", 1));
    assertThat(overview("status=counted&status=done").items())
        .extracting(RequestView::id)
        .containsExactly(id);
    model.post(List.of(model.event("request.deleted", Map.of("id", id, "version", 3))));
    assertThat(overview("status=done").items()).isEmpty();
  }

  @Test
  void whoHasTheNewestAnswerIsToldSo() {
    var first = viewer.get("/requests/summary");
    assertThat(first.header("As-Of")).isPresent();
    var again = conditional("/requests/summary", first.tag());
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.tag()).isEqualTo(first.tag());

    model.post(List.of(model.event("request.created", Map.of("id", "news", "version", 1))));

    assertThat(conditional("/requests/summary", first.tag()).status()).isEqualTo(200);
    model.post(List.of(model.event("request.deleted", Map.of("id", "news", "version", 2))));
  }

  private Reply conditional(String path, String tag) {
    return viewer.send(viewer.request(path).header("If-None-Match", tag).GET());
  }

  @Test
  void itIsSetUpOnceByAnAdministrator() {
    assertThat(model.hub().as(Role.SUPPORT).post("/read-models/requests").status()).isEqualTo(403);
    assertThat(model.hub().admin().post("/read-models/requests").problem(409).detail())
        .contains("There already is a route");
    assertThat(model.hub().admin().post("/read-models/others").status()).isEqualTo(404);
    assertThat(viewer.get("/read-models").page(ReadModelView.class).items())
        .extracting(ReadModelView::name, ReadModelView::filled)
        .containsExactly(tuple("requests", true), tuple("comments", false), tuple("users", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/requests/overview?from=%2B294277-01-01T00:00:00Z",
        "/requests/overview?from=-999999999-01-01T00:00:00Z",
        "/requests/summary?from=0000-12-31",
        "/datasets/requests/rows?from=%2B999999999-12-31T23:59:59Z"
      })
  void timesThatTheDatabaseDoesNotKnowAreNamed(String path) {
    assertThat(viewer.get(path).faults(400)).containsExactly("from");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "\"", "W/"})
  void whatIsNoTagIsNamed(String tag) {
    assertThat(conditional("/requests/overview", tag).faults(400)).containsExactly("If-None-Match");
  }

  @Test
  void whatCannotBeUnderstoodIsNamed() {
    assertThat(viewer.get("/requests/overview?from=yesterday").faults(400)).containsExactly("from");
    assertThat(
            viewer
                .get("/requests/overview?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")
                .faults(400))
        .containsExactly("from");
    assertThat(viewer.get("/requests/summary?from=2026-02-01&to=2026-01-31").faults(400))
        .containsExactly("from");
    assertThat(viewer.get("/requests/overview?sort=name").faults(400)).containsExactly("sort");
    assertThat(viewer.get("/requests/overview?status=").faults(400)).containsExactly("status");
    assertThat(viewer.get("/requests/overview?q=%20").faults(400)).containsExactly("q");
    assertThat(viewer.get("/requests/overview?cursor=x").faults(400)).containsExactly("cursor");
    assertThat(viewer.get("/requests/overview?state=open").faults(400)).containsExactly("state");
    assertThat(viewer.get("/requests/summary?to=2026-13-01").faults(400)).containsExactly("to");
    assertThat(viewer.get("/requests/overview?q=%00").faults(400)).containsExactly("q");
    assertThat(viewer.get("/datasets/requests/rows?service=%00").faults(400))
        .containsExactly("service");
    assertThat(ServerJson.MAPPER.valueToTree(overview("limit=1")).path("items")).hasSize(1);
  }
}
