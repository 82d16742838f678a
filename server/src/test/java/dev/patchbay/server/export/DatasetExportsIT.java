package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.dataset.DatasetPage;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.SheetPlace;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Comments and users as files: what the pages of their rows show, behind the same veils. */
@ExtendWith(FilledReadModel.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetExportsIT {
  private static final int ROWS = 12;
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "comments",
          List.of(
              "id",
              "requestId",
              "text",
              "authorId",
              "authorEmail",
              "public",
              "updatedAt",
              "createdAt"),
          "users",
          List.of("id", "name", "email", "phone", "role", "active", "zip", "createdAt"));

  private final FilledReadModel model;
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final String unique = UUID.randomUUID().toString();
  @TempDir private Path folder;

  DatasetExportsIT(FilledReadModel model) {
    this.model = model;
    this.admin = model.hub().admin();
    this.viewer = model.viewer();
  }

  @BeforeAll
  void fill() {
    for (var dataset : COLUMNS.keySet()) {
      assertThat(viewer.post("/exports", draft(dataset, ExportFormat.CSV)).problem(409).detail())
          .contains("No route fills '" + dataset + "' yet");
      admin.post("/read-models/" + dataset).as(201, Object.class);
    }
    model.post(IntStream.range(0, ROWS).mapToObj(this::comment).toList());
    model.post(IntStream.range(0, ROWS).mapToObj(this::user).toList());
    for (var dataset : COLUMNS.keySet()) {
      Eventually.soon().isTrue("all " + dataset, () -> rows(viewer, dataset, "").size() == ROWS);
    }
  }

  private Map<String, Object> comment(int number) {
    var author = Map.of("id", "u-" + number % 3, "name", "Ada", "email", "ada@example.org");
    var data =
        new LinkedHashMap<String, Object>(
            Map.of(
                "id",
                "c-%02d".formatted(number),
                "version",
                1,
                "requestId",
                "r-" + number % 2,
                "author",
                author,
                "public",
                number % 2 == 0,
                "createdAt",
                "2026-01-%02dT08:00:00Z".formatted(number + 1)));
    if (number != 4) {
      data.put("text", "Text, \"" + number + "\"");
    }
    return model.event("comment.added", data);
  }

  private Map<String, Object> user(int number) {
    return model.event(
        "user.created",
        Map.of(
            "id",
            "u-%02d".formatted(number),
            "version",
            1,
            "name",
            "Grace " + number,
            "email",
            "grace" + number + "@example.org",
            "phone",
            "0351 " + number,
            "role",
            number % 2 == 0 ? "citizen" : "agent",
            "active",
            number % 3 == 0,
            "zip",
            "01067",
            "createdAt",
            "2026-02-%02dT08:00:00Z".formatted(number + 1)));
  }

  private static ExportDraft draft(String dataset, ExportFormat format) {
    return new ExportDraft(
        dataset, format, null, "id", COLUMNS.getOrDefault(dataset, List.of()), null, null);
  }

  private static ExportDraft chosen(String dataset, @Nullable RowFilter filter, String... columns) {
    return new ExportDraft(
        dataset, ExportFormat.JSONL, filter, "-createdAt", List.of(columns), null, null);
  }

  private static List<Map<String, Object>> rows(ApiCaller caller, String dataset, String query) {
    return caller
        .get("/datasets/" + dataset + "/rows?limit=500" + query)
        .as(200, DatasetPage.class)
        .items();
  }

  private RunView export(ApiCaller caller, ExportDraft draft) {
    return done(caller.post("/exports", draft).as(202, RunView.class));
  }

  private RunView done(RunView begun) {
    var run =
        Eventually.soon()
            .get(
                "the end of the run",
                () ->
                    Optional.of(viewer.get("/runs/" + begun.id()).as(200, RunView.class))
                        .filter(it -> it.endedAt() != null));
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return run;
  }

  private static Reply fetch(ApiCaller caller, RunView run) {
    return caller.get("/exports/" + run.id() + "/file");
  }

  private List<List<String>> exported(ApiCaller caller, ExportDraft draft) throws IOException {
    var run = export(caller, draft);
    var exported = ExportedRows.of(draft.format(), fetch(caller, run).body(), folder);
    assertThat(run.rows()).isEqualTo(exported.size());
    assertThat(run.total()).isEqualTo(exported.size());
    return exported;
  }

  /** Rows of the pages as texts. */
  private static List<List<String>> shown(List<Map<String, Object>> rows, List<String> columns) {
    return rows.stream().map(row -> columns.stream().map(id -> text(row, id)).toList()).toList();
  }

  private static String text(Map<String, Object> row, String field) {
    var text = String.valueOf(row.getOrDefault(field, ""));
    return field.endsWith("At") ? text.replace("Z", "") : text;
  }

  static Stream<Arguments> filesOfDatasets() {
    return COLUMNS.keySet().stream()
        .flatMap(
            dataset ->
                Stream.of(ExportFormat.values())
                    .filter(format -> !format.isDocument())
                    .map(format -> Arguments.of(dataset, format)));
  }

  @ParameterizedTest
  @MethodSource("filesOfDatasets")
  void everyFormatHoldsWhatThePagesShow(String dataset, ExportFormat format) throws IOException {
    var columns = COLUMNS.getOrDefault(dataset, List.of());
    assertThat(exported(viewer, draft(dataset, format)))
        .isEqualTo(shown(rows(viewer, dataset, "&sort=id"), columns));
  }

  @Test
  void theFileIsCalledByItsDatasetAndHasAllColumnsIfNoneIsChosen() {
    var run =
        export(
            viewer, new ExportDraft("users", ExportFormat.CSV, null, null, List.of(), null, null));
    assertThat(fetch(viewer, run).header("Content-Disposition"))
        .hasValueSatisfying(it -> assertThat(it).contains("users-"));
    assertThat(fetch(viewer, run).text().lines().findFirst().orElseThrow())
        .startsWith(
            "\uFEFFId,Name,E-mail address,Phone number,Role,Language,Active,Address,Postal code");
  }

  @Test
  void filtersChooseAsTheyDoForPages() throws IOException {
    var filter =
        new RowFilter(
            Map.of("requestId", List.of("r-1"), "authorId", List.of("u-0", "u-1")),
            Instant.parse("2026-01-02T00:00:00Z"),
            Instant.parse("2026-01-09T00:00:00Z"),
            null);
    var asked =
        rows(
            viewer,
            "comments",
            "&filter=requestId:r-1&filter=authorId:u-0&filter=authorId:u-1"
                + "&from=2026-01-02T00:00:00Z&to=2026-01-09T00:00:00Z");
    assertThat(asked).hasSize(3);
    assertThat(exported(viewer, chosen("comments", filter, "id", "createdAt")))
        .isEqualTo(shown(asked, List.of("id", "createdAt")));
    assertThat(exported(viewer, chosen("comments", null, "id").of(Period.TODAY))).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThat(faults(chosen("bills", null))).containsExactly("/dataset");
    assertThat(faults(chosen("users", RowFilter.of("name", "Ada"), "id", "text")))
        .containsExactly("/columns/1", "/filter/name");
    assertThat(
            faults(
                chosen("comments", new RowFilter(Map.of("a/b", List.of("x")), null, null, "lamp"))))
        .containsExactly("/filter/a~1b", "/filter/text");
    assertThat(faults(chosen("requests", RowFilter.of("requestId", "r-1"))))
        .containsExactly("/sort", "/filter/requestId");
    assertThat(
            viewer
                .post("/exports", chosen("users", RowFilter.of("status", "open")))
                .problem(400)
                .errors()
                .getFirst()
                .message())
        .isEqualTo("is nothing that users are chosen by; take email, role, language, from or to");
    assertThat(
            viewer
                .post("/exports", chosen("requests", RowFilter.of("requestId", "r-1")))
                .problem(400)
                .errors()
                .getLast()
                .message())
        .endsWith("take status, category, assignee, text, from or to");
    var shapes =
        """
        {"dataset": "users", "format": "CSV", "filter": {"role": "agent", "values": ["x"]}}
        """;
    assertThat(viewer.post("/exports", shapes).faults(400))
        .containsExactly("/filter/role", "/filter/values");
    var nothing = new RowFilter(Map.of("role", List.of(), "status", List.of()), null, null, null);
    assertThat(faults(chosen("users", nothing))).containsExactly("/filter/status");
  }

  private List<String> faults(ExportDraft draft) {
    return viewer.post("/exports", draft).faults(400);
  }

  @Test
  void aFileHoldsWhatWhoAskedIsShownAndIsHandedToNobodyElse() throws IOException {
    var partner = "partner-" + unique;
    admin.post("/users", new UserDraft(partner, Role.VIEWER, true)).as(201, Object.class);
    var key = admin.post("/users/" + partner + "/keys", new KeyDraft("k"));
    var asPartner = viewer.as(key.as(201, NewApiKey.class).secret());
    var full = export(viewer, draft("users", ExportFormat.CSV));
    var requests =
        export(
            viewer,
            new ExportDraft(
                "requests", ExportFormat.CSV, null, "id", List.of("id", "address"), null, null));
    var policy =
        hide(
            new PiiRule(null, partner, null, "name", PiiPolicy.MASK),
            new PiiRule(null, partner, null, "phone", PiiPolicy.HASH),
            new PiiRule(null, partner, null, "email", PiiPolicy.DROP),
            new PiiRule(null, partner, null, "active", PiiPolicy.HASH),
            new PiiRule(null, partner, null, "address", PiiPolicy.DROP));
    try {
      var columns = List.of("id", "name", "phone", "role", "active", "createdAt");
      var exported =
          exported(
              asPartner,
              new ExportDraft("users", ExportFormat.XLSX, null, "id", columns, null, null));
      assertThat(exported).isEqualTo(shown(rows(asPartner, "users", "&sort=id"), columns));
      assertThat(exported.getFirst()).contains("G***").doesNotContain("0351 0");
      assertThat(fetch(asPartner, export(asPartner, chosen("users", null))).text())
          .doesNotContain("E-mail", "@", "Address");

      assertThat(
              asPartner
                  .post("/exports", chosen("users", RowFilter.of("email", "x"), "email"))
                  .faults(400))
          .containsExactly("/columns/0", "/filter/email");
      assertThat(fetch(asPartner, full).problem(403).detail()).contains("which is hidden from you");
      assertThat(fetch(asPartner, requests).status()).as("another dataset").isEqualTo(200);
      assertThat(fetch(viewer, full).status()).isEqualTo(200);
    } finally {
      admin.delete("/dataset-policies/users", policy);
    }
  }

  /** Tells the tag of the policy. */
  private String hide(PiiRule... rules) {
    var saved =
        admin.post("/dataset-policies", new DatasetPolicyDraft("users", Map.of(), List.of(rules)));
    saved.as(201, DatasetPolicyView.class);
    return saved.tag();
  }

  @Test
  void aScheduleKeepsATabAsTheDatasetIsShownToIt() {
    var google = model.google();
    var spreadsheet = google.create();
    var name = "users-" + unique;
    admin
        .post(
            "/connectors",
            new ConnectorDraft(
                name,
                "google-sheets",
                Map.of(),
                Map.of("service-account-key", google.serviceAccountKey()),
                true))
        .as(201, ConnectorView.class);
    var place = new SheetPlace(name, Map.of("spreadsheet", spreadsheet, "tab", "Agents"));
    var export =
        new ExportDraft(
                "users",
                ExportFormat.XLSX,
                RowFilter.of("role", "agent"),
                "id",
                List.of("id", "name", "active"),
                null,
                null)
            .into(place);
    admin
        .post("/schedules", ScheduleDraft.of(name, export, "0 0 3 1 1 ?", "UTC"))
        .as(201, ScheduleView.class);
    var policy = hide(new PiiRule(null, "schedule:" + name, null, "name", PiiPolicy.MASK));
    try {
      done(admin.post("/schedules/" + name + "/run").as(202, RunView.class));
    } finally {
      admin.delete("/dataset-policies/users", policy);
    }
    var expected = new ArrayList<List<String>>();
    expected.add(List.of("Id", "Name", "Active"));
    rows(viewer, "users", "&sort=id&filter=role:agent")
        .forEach(
            row ->
                expected.add(
                    List.of(
                        text(row, "id"), "G***", text(row, "active").toUpperCase(Locale.ROOT))));
    assertThat(google.rows(spreadsheet, "Agents")).isEqualTo(expected);
  }
}
