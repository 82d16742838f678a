package dev.patchbay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPage;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets as a core service holds them now. */
@ExtendWith(FilledReadModel.Shared.class)
class LiveDatasetsIT {
  private final FilledReadModel model;
  private final ApiCaller viewer;
  private String service = "";

  LiveDatasetsIT(FilledReadModel model) {
    this.model = model;
    this.viewer = model.viewer();
  }

  /** One that nothing has gone wrong with. */
  @BeforeEach
  void configure() {
    service = "core-" + UUID.randomUUID();
    model
        .hub()
        .admin()
        .post("/services", model.service().draft(service, true))
        .as(201, Object.class);
    Eventually.soon()
        .isTrue("it can be asked", () -> viewer.get(path("requests", "")).status() == 200);
  }

  private void failOnce(String kind) {
    model.service().fault(Map.of("fault", kind, "operation", "listRequests", "count", 1));
  }

  private String path(String dataset, String query) {
    return "/datasets/" + dataset + "/rows?service=" + service + query;
  }

  private List<Map<String, Object>> rows(String path) {
    var rows = new ArrayList<Map<String, Object>>();
    @Nullable String cursor = null;
    do {
      var next = cursor == null ? "" : "&cursor=" + cursor;
      var page = viewer.get(path + next).as(200, DatasetPage.class);
      rows.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&sort=id",
        "&sort=-requestedAt&limit=70",
        "&filter=status:open&sort=updatedAt",
        "&from=2026-03-01T00:00:00Z&to=2026-09-01T00:00:00Z&sort=requestedAt"
      })
  void areWhatTheReadModelMadeOfTheSameRequests(String query) {
    var fields = List.of("id", "title", "status", "category", "address", "requestedAt");

    var live = rows(path("requests", query));

    assertThat(live).isNotEmpty();
    assertThat(live.stream().map(row -> only(row, fields)).toList())
        .isEqualTo(
            rows("/datasets/requests/rows?limit=500" + query).stream()
                .map(row -> only(row, fields))
                .toList());
  }

  private static List<Optional<Object>> only(Map<String, Object> row, List<String> fields) {
    return fields.stream().map(field -> Optional.ofNullable(row.get(field))).toList();
  }

  @Test
  void areThereWithoutARouteAndTellNoMoreOfPeopleThanPoliciesKnow() {
    var users = rows(path("users", "&filter=role:agent"));

    assertThat(users).isNotEmpty().allMatch(user -> "agent".equals(user.get("role")));
    assertThat(rows(path("requests", ""))).noneMatch(request -> request.containsKey("reporter"));
  }

  @Test
  void areReadThroughTheVeilOfTheirDataset() {
    var rule = new PiiRule(Role.VIEWER, null, null, "title", PiiPolicy.DROP);
    var admin = model.hub().admin();
    var policy = new DatasetPolicyDraft("requests", Map.of(), List.of(rule));
    admin.post("/dataset-policies", policy).as(201, DatasetPolicyView.class);
    try {
      assertThat(rows(path("requests", ""))).noneMatch(row -> row.containsKey("title"));
    } finally {
      var made = "/dataset-policies/requests";
      assertThat(admin.delete(made, admin.get(made).tag()).status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comments||service",
        "users|&filter=email:a@example.org|filter",
        "users|&from=2026-01-01T00:00:00Z|from",
        "users|&sort=updatedAt|sort",
        "requests|&cursor=nonsense|cursor"
      })
  void whatAServiceCannotBeAskedIsNamed(String dataset, @Nullable String query, String field) {
    var path = path(dataset, query == null ? "" : query);
    assertThat(viewer.get(path).faults(400)).containsExactly(field);
  }

  @Test
  void aServiceThatIsNoneIsNamed() {
    assertThat(viewer.get("/datasets/requests/rows?service=none").faults(400))
        .containsExactly("service");
    var draft = draft(null).from("none");
    assertThat(viewer.post("/exports", draft).faults(400)).containsExactly("/service");
  }

  @Test
  void aServiceThatDoesNotAnswerIsTold() {
    failOnce("503");

    assertThat(viewer.get(path("requests", "")).problem(503).detail()).contains(service);
  }

  private static ExportDraft draft(@Nullable RowFilter filter) {
    return new ExportDraft(
        "requests", ExportFormat.JSONL, filter, "id", List.of("id", "title"), null, null);
  }

  @Test
  void areExportedOverAFailureInBetween() {
    var all = rows(path("requests", "&sort=id"));
    failOnce("500");

    var run = viewer.post("/exports", draft(null).from(service)).as(202, RunView.class);
    var ended =
        Eventually.soon()
            .get(
                "the end of the run",
                () ->
                    Optional.of(viewer.get("/exports/" + run.id()).as(200, RunView.class))
                        .filter(it -> it.endedAt() != null));

    assertThat(ended.state()).as(ended.toString()).isEqualTo(RunState.DONE);
    var lines = viewer.get("/exports/" + run.id() + "/file").text().strip().lines().toList();
    assertThat(lines).hasSameSizeAs(all);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).contains("\"" + all.get(i).get("id") + "\"");
    }
  }
}
