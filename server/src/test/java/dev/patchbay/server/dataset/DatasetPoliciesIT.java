package dev.patchbay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.KeyDraft;
import dev.patchbay.model.access.NewApiKey;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.dataset.RowFilter;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestSummary.NamedCount;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.testkit.Eventually;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code /dataset-policies}, and that nothing gets past them. Rules name users of this test only.
 */
@ExtendWith(FilledReadModel.Shared.class)
class DatasetPoliciesIT {
  private static final String POLICY = "/dataset-policies/requests";

  private final FilledReadModel model;
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final String partner = "partner-" + UUID.randomUUID();
  private final ApiCaller asPartner;

  DatasetPoliciesIT(FilledReadModel model) {
    this.model = model;
    this.admin = model.hub().admin();
    this.viewer = model.viewer();
    admin.post("/users", new UserDraft(partner, Role.VIEWER, true)).as(201, Object.class);
    var key = admin.post("/users/" + partner + "/keys", new KeyDraft("k"));
    this.asPartner = viewer.as(key.as(201, NewApiKey.class).secret());
  }

  @AfterEach
  void everythingIsShownAgain() {
    var stands = admin.get(POLICY);
    if (stands.status() == 200) {
      admin.delete(POLICY, stands.tag());
    }
  }

  private PiiRule rule(PiiClass pii, PiiPolicy show) {
    return new PiiRule(null, partner, pii, null, show);
  }

  private PiiRule rule(String field, PiiPolicy show) {
    return new PiiRule(null, partner, null, field, show);
  }

  private void hide(PiiRule... rules) {
    var draft = new DatasetPolicyDraft("requests", Map.of(), List.of(rules));
    var stands = admin.get(POLICY);
    var saved =
        stands.status() == 404
            ? admin.post("/dataset-policies", draft)
            : admin.put(POLICY, stands.tag(), draft);
    assertThat(saved.as(stands.status() == 404 ? 201 : 200, DatasetPolicyView.class).policy())
        .isEqualTo(draft);
  }

  private static List<RequestView> rows(ApiCaller caller, String query) {
    return caller
        .get("/requests/overview?limit=500" + query)
        .as(200, RequestOverview.class)
        .items();
  }

  @Test
  void hiddenFieldsLeaveMaskedHashedOrNotAtAll() {
    hide(
        rule(PiiClass.FREE_TEXT, PiiPolicy.DROP),
        rule(PiiClass.ADDRESS, PiiPolicy.MASK),
        rule(PiiClass.ID, PiiPolicy.HASH));
    var all = rows(viewer, "&sort=id");
    var shown = rows(asPartner, "&sort=id");

    assertThat(shown)
        .extracting(RequestView::id)
        .isEqualTo(all.stream().map(RequestView::id).toList());
    assertThat(shown)
        .extracting(RequestView::status)
        .isEqualTo(all.stream().map(RequestView::status).toList());
    for (int i = 0; i < all.size(); i++) {
      var clear = all.get(i);
      var seen = shown.get(i);
      assertThat(seen.title()).isNull();
      assertThat(seen.description()).isNull();
      assertThat(seen.address()).isEqualTo(masked(clear.address()));
      assertThat(seen.more()).doesNotContainKeys("statusNotes", "lat", "long");
      assertThat(seen.more().get("zip")).isEqualTo(masked((String) clear.more().get("zip")));
      assertThat(seen.more().get("supporters")).isEqualTo(clear.more().get("supporters"));
    }
    assertHashed(all, shown);
  }

  private static @Nullable String masked(@Nullable String text) {
    return text == null || text.isEmpty() ? text : text.substring(0, 1) + "***";
  }

  /** Whoever is told apart in clear is told apart by hash, and the other way round. */
  private static void assertHashed(List<RequestView> all, List<RequestView> shown) {
    var pairs = new HashSet<String>();
    for (int i = 0; i < all.size(); i++) {
      var clear = all.get(i).assignee();
      var seen = shown.get(i).assignee();
      assertThat(seen == null).isEqualTo(clear == null);
      if (clear != null && !clear.isEmpty()) {
        assertThat(seen).matches("[0-9a-f]{64}");
        pairs.add(clear + " " + seen);
      }
    }
    assertThat(pairs).hasSizeGreaterThan(1);
    assertThat(pairs.stream().map(it -> it.split(" ", 2)[0]).distinct()).hasSameSizeAs(pairs);
    assertThat(pairs.stream().map(it -> it.split(" ", 2)[1]).distinct()).hasSameSizeAs(pairs);
  }

  @Test
  void wordsAreLookedForWhereNothingIsHiddenAndNowhereElse() {
    var id = "words-" + UUID.randomUUID();
    model.post(
        List.of(
            model.event(
                "request.created",
                Map.of("id", id, "title", "quokka", "description", "numbat", "version", 1))));
    try {
      hide(rule("description", PiiPolicy.MASK));
      assertThat(rows(viewer, "&q=NUMBAT")).hasSize(1);
      assertThat(rows(asPartner, "&q=numbat")).isEmpty();
      assertThat(rows(asPartner, "&q=quokka+numbat")).isEmpty();
      assertThat(rows(asPartner, "&q=QUOK")).extracting(RequestView::id).containsExactly(id);
      assertThat(export(asPartner, lookingFor("quokka numbat")).rows()).isZero();
      assertThat(file(asPartner, export(asPartner, lookingFor("QUOK"))).text()).contains(id);

      hide(rule(PiiClass.FREE_TEXT, PiiPolicy.DROP), rule(PiiClass.ADDRESS, PiiPolicy.DROP));
      assertThat(asPartner.get("/requests/overview?q=quokka").faults(400)).containsExactly("q");
      assertThat(asPartner.post("/exports", lookingFor("quokka")).faults(400))
          .containsExactly("/filter/text");
    } finally {
      model.post(List.of(model.event("request.deleted", Map.of("id", id, "version", 2))));
    }
  }

  @Test
  void whatIsHiddenNeitherFiltersNorSorts() {
    hide(
        rule("assignee", PiiPolicy.HASH),
        rule("category", PiiPolicy.MASK),
        rule("requestedAt", PiiPolicy.DROP));
    var asked =
        asPartner.get(
            "/requests/overview?assignee=u-7&category=Streets&from=2026-01-01T00:00:00Z&sort=-requestedAt");
    assertThat(asked.faults(400)).containsExactly("category", "assignee", "from", "sort");
    assertThat(asked.problem(400).errors().getFirst().message())
        .isEqualTo("must not use field 'category', which is hidden from you");
    assertThat(asPartner.get("/requests/summary?category=Streets&to=2026-01-01").faults(400))
        .containsExactly("category", "to");
    assertThat(rows(asPartner, "")).as("sorted as it may be").isNotEmpty();
    assertThat(rows(viewer, "&category=Streets&sort=requestedAt")).isNotNull();
  }

  @Test
  void countsAreByWhatIsShown() {
    hide(
        rule("status", PiiPolicy.HASH),
        rule("category", PiiPolicy.DROP),
        rule("requestedAt", PiiPolicy.DROP));
    var all = viewer.get("/requests/summary").as(200, RequestSummary.class);
    var shown = asPartner.get("/requests/summary").as(200, RequestSummary.class);

    assertThat(shown.requests()).isEqualTo(all.requests());
    assertThat(shown.category()).isEmpty();
    assertThat(shown.days()).isEmpty();
    assertThat(shown.status())
        .extracting(NamedCount::requests)
        .containsExactlyInAnyOrderElementsOf(
            all.status().stream().map(NamedCount::requests).toList());
    assertThat(shown.status())
        .extracting(NamedCount::name)
        .allMatch(name -> name == null || name.matches("[0-9a-f]{64}"));
  }

  @Test
  void anAnswerOfBeforeThePolicyIsNotTheNewestAnyMore() {
    var before = asPartner.get("/requests/overview");
    hide(rule("title", PiiPolicy.DROP));
    var after = ifNoneMatch(before.tag());
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.tag()).isNotEqualTo(before.tag());
    assertThat(ifNoneMatch(after.tag()).status()).isEqualTo(304);
  }

  private Reply ifNoneMatch(String tag) {
    return asPartner.send(
        asPartner.request("/requests/overview").header("If-None-Match", tag).GET());
  }

  private static ExportDraft draft(String... columns) {
    return draft(null, columns);
  }

  private static ExportDraft lookingFor(String words) {
    return draft(new RowFilter(Map.of(), null, null, words), "id");
  }

  private static ExportDraft draft(@Nullable RowFilter filter, String... columns) {
    return new ExportDraft(
        "requests", ExportFormat.JSONL, filter, "id", List.of(columns), null, null);
  }

  private static RunView export(ApiCaller caller, ExportDraft draft) {
    return ended(caller, caller.post("/exports", draft).as(202, RunView.class).id());
  }

  private static RunView ended(ApiCaller caller, String id) {
    var run =
        Eventually.soon()
            .get(
                "the end of the run",
                () ->
                    Optional.of(caller.get("/runs/" + id).as(200, RunView.class))
                        .filter(it -> it.endedAt() != null));
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return run;
  }

  private static Reply file(ApiCaller caller, RunView run) {
    return caller.get("/exports/" + run.id() + "/file");
  }

  @Test
  void anExportHoldsWhatWhoAskedIsShown() {
    hide(
        rule(PiiClass.FREE_TEXT, PiiPolicy.DROP),
        rule("assignee", PiiPolicy.HASH),
        rule("address", PiiPolicy.MASK));
    var run = export(asPartner, draft());
    var lines = file(asPartner, run).text().lines().toList();
    var shown = rows(asPartner, "&sort=id");
    assertThat(lines).hasSameSizeAs(shown);
    assertThat(lines).noneMatch(line -> line.contains("\"Title\"") || line.contains("statusNotes"));
    for (int i = 0; i < lines.size(); i++) {
      var seen = shown.get(i);
      if (seen.assignee() != null) {
        assertThat(lines.get(i)).contains(seen.assignee());
      }
    }
    for (var clear : rows(viewer, "&sort=id")) {
      assertThat(lines).noneMatch(line -> line.contains(Objects.requireNonNull(clear.address())));
    }
  }

  @Test
  void anExportThatUsesWhatIsHiddenIsRefused() {
    hide(rule("title", PiiPolicy.DROP), rule("assignee", PiiPolicy.HASH));
    var filter = RowFilter.of("assignee", "u-7");
    var draft =
        new ExportDraft(
            "requests", ExportFormat.CSV, filter, null, List.of("id", "title"), null, null);
    assertThat(asPartner.post("/exports", draft).faults(400))
        .containsExactly("/columns/1", "/filter/assignee");
    viewer.post("/exports", draft).as(202, RunView.class);
  }

  @Test
  void aFileIsNotHandedOnToWhomSomethingInItIsHiddenFrom() {
    var full = export(viewer, draft("id", "title"));
    var harmless = export(viewer, draft("id", "status"));
    var own = export(asPartner, draft("id", "title"));
    assertThat(file(asPartner, full).status()).isEqualTo(200);

    hide(rule("title", PiiPolicy.MASK));
    assertThat(file(asPartner, full).problem(403).detail()).contains("'title'");
    asPartner.get("/runs/" + full.id() + "/file").problem(403);
    file(asPartner, own).problem(403);
    assertThat(file(asPartner, harmless).status()).isEqualTo(200);
    assertThat(file(viewer, full).status()).isEqualTo(200);
    assertThat(file(asPartner, export(asPartner, draft("id", "title"))).text()).contains("***");
  }

  @Test
  void aScheduleIsACallerOfItsOwn() {
    var name = "policy-" + UUID.randomUUID();
    hide(new PiiRule(null, "schedule:" + name, null, "title", PiiPolicy.DROP));
    var refused = ScheduleDraft.of(name, draft("id", "title"), "0 0 3 1 1 ?", "UTC");
    assertThat(admin.post("/schedules", refused).faults(400)).containsExactly("/export/columns/1");
    var draft = ScheduleDraft.of(name, draft(), "0 0 3 1 1 ?", "UTC");
    admin.post("/schedules", draft).as(201, Object.class);

    var run = admin.post("/schedules/" + name + "/run").as(202, RunView.class);
    assertThat(file(admin, ended(admin, run.id())).text())
        .as("whoever has it run")
        .contains("\"Status\"")
        .doesNotContain("\"Title\"");
  }

  @Test
  void everyCallerSeesWhatIsShownToThem() {
    hide(rule(PiiClass.ID, PiiPolicy.HASH));
    var dataset = asPartner.get("/datasets").page(DatasetView.class).items().getFirst();
    assertThat(dataset.name()).isEqualTo("requests");
    assertThat(dataset.filled()).isTrue();
    assertThat(dataset.fields())
        .contains(
            new DatasetView.Field("assignee", "Assignee", PiiClass.ID, PiiClass.ID, PiiPolicy.HASH),
            new DatasetView.Field(
                "statusNotes",
                "statusNotes",
                PiiClass.FREE_TEXT,
                PiiClass.FREE_TEXT,
                PiiPolicy.ALLOW));
  }

  @Test
  void whatIsWrongIsNamed() {
    var draft =
        new DatasetPolicyDraft(
            "requests",
            Map.of("titel", PiiClass.NAME),
            List.of(
                rule("titel", PiiPolicy.DROP),
                rule("id", PiiPolicy.DROP),
                rule(PiiClass.NONE, PiiPolicy.DROP),
                new PiiRule(Role.VIEWER, partner, PiiClass.NAME, null, PiiPolicy.DROP),
                new PiiRule(null, "nobody", PiiClass.NAME, null, PiiPolicy.DROP),
                new PiiRule(Role.SERVICE, null, PiiClass.NAME, null, PiiPolicy.DROP),
                new PiiRule(Role.VIEWER, null, PiiClass.NAME, "title", PiiPolicy.DROP),
                rule("title", PiiPolicy.DROP),
                rule("title", PiiPolicy.MASK)));
    assertThat(admin.post("/dataset-policies", draft).faults(400))
        .containsExactly(
            "/classes/titel",
            "/rules/0/field",
            "/rules/1/field",
            "/rules/2/pii",
            "/rules/3/user",
            "/rules/4/user",
            "/rules/5/role",
            "/rules/6",
            "/rules/8");
    var other = new DatasetPolicyDraft("others", Map.of(), List.of());
    assertThat(admin.post("/dataset-policies", other).faults(400)).containsExactly("/name");
    assertThat(
            admin
                .post(
                    "/dataset-policies",
                    Map.of(
                        "name", "requests", "rules", List.of(Map.of("user", partner, "pii", "ID"))))
                .faults(400))
        .containsExactly("/rules/0/show");
    viewer.post("/dataset-policies", other).problem(403);
    viewer.get(POLICY).problem(403);
  }

  @Test
  void everyChangeIsWrittenDown() throws SQLException {
    hide(rule("title", PiiPolicy.DROP));
    hide(rule("title", PiiPolicy.MASK));
    var database = model.hub().database();
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement =
            connection.prepareStatement(
                "SELECT what FROM audit WHERE subject = 'requests' AND what LIKE 'dataset-policy.%'"
                    + " ORDER BY id DESC LIMIT 2");
        var rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("what")).isEqualTo("dataset-policy.changed");
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("what")).isEqualTo("dataset-policy.created");
    }
  }
}
