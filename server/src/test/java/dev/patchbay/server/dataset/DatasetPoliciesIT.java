package dev.patchbay.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestSummary.NamedCount;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code /dataset-policies}, and that nothing gets past them. Rules name users of this test only.
 */
@ExtendWith(FilledReadModel.Shared.class)
class DatasetPoliciesIT {
  private final FilledReadModel model;
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final PolicyRig rig;
  private final ApiCaller asPartner;

  DatasetPoliciesIT(FilledReadModel model) {
    this.model = model;
    this.admin = model.hub().admin();
    this.viewer = model.viewer();
    this.rig = new PolicyRig(model);
    this.asPartner = rig.asPartner();
  }

  @AfterEach
  void everythingIsShownAgain() {
    rig.showAll();
  }

  @Test
  void hiddenFieldsLeaveMaskedHashedOrNotAtAll() {
    rig.hide(
        rig.rule(PiiClass.FREE_TEXT, PiiPolicy.DROP),
        rig.rule(PiiClass.ADDRESS, PiiPolicy.MASK),
        rig.rule(PiiClass.ID, PiiPolicy.HASH));
    var all = PolicyRig.rows(viewer, "&sort=id");
    var shown = PolicyRig.rows(asPartner, "&sort=id");

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
  void whatIsHiddenNeitherFiltersNorSorts() {
    rig.hide(
        rig.rule("assignee", PiiPolicy.HASH),
        rig.rule("category", PiiPolicy.MASK),
        rig.rule("requestedAt", PiiPolicy.DROP));
    var asked =
        asPartner.get(
            "/requests/overview?assignee=u-7&category=Streets&from=2026-01-01T00:00:00Z&sort=-requestedAt");
    assertThat(asked.faults(400)).containsExactly("category", "assignee", "from", "sort");
    assertThat(asked.problem(400).errors().getFirst().message())
        .isEqualTo("must not use field 'category', which is hidden from you");
    assertThat(asPartner.get("/requests/summary?category=Streets&to=2026-01-01").faults(400))
        .containsExactly("category", "to");
    assertThat(PolicyRig.rows(asPartner, "")).as("sorted as it may be").isNotEmpty();
    assertThat(PolicyRig.rows(viewer, "&category=Streets&sort=requestedAt")).isNotNull();
  }

  @Test
  void countsAreByWhatIsShown() {
    rig.hide(
        rig.rule("status", PiiPolicy.HASH),
        rig.rule("category", PiiPolicy.DROP),
        rig.rule("requestedAt", PiiPolicy.DROP));
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
    rig.hide(rig.rule("title", PiiPolicy.DROP));
    var after = ifNoneMatch(before.tag());
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.tag()).isNotEqualTo(before.tag());
    assertThat(ifNoneMatch(after.tag()).status()).isEqualTo(304);
  }

  private Reply ifNoneMatch(String tag) {
    return asPartner.send(
        asPartner.request("/requests/overview").header("If-None-Match", tag).GET());
  }

  @Test
  void everyCallerSeesWhatIsShownToThem() {
    rig.hide(rig.rule(PiiClass.ID, PiiPolicy.HASH));
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
                rig.rule("titel", PiiPolicy.DROP),
                rig.rule("id", PiiPolicy.DROP),
                rig.rule(PiiClass.NONE, PiiPolicy.DROP),
                new PiiRule(Role.VIEWER, rig.partner(), PiiClass.NAME, null, PiiPolicy.DROP),
                new PiiRule(null, "nobody", PiiClass.NAME, null, PiiPolicy.DROP),
                new PiiRule(Role.SERVICE, null, PiiClass.NAME, null, PiiPolicy.DROP),
                new PiiRule(Role.VIEWER, null, PiiClass.NAME, "title", PiiPolicy.DROP),
                rig.rule("title", PiiPolicy.DROP),
                rig.rule("title", PiiPolicy.MASK)));
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
                        "name",
                        "requests",
                        "rules",
                        List.of(Map.of("user", rig.partner(), "pii", "ID"))))
                .faults(400))
        .containsExactly("/rules/0/show");
    viewer.post("/dataset-policies", other).problem(403);
    viewer.get(PolicyRig.POLICY).problem(403);
  }

  @Test
  void everyChangeIsWrittenDown() throws SQLException {
    rig.hide(rig.rule("title", PiiPolicy.DROP));
    rig.hide(rig.rule("title", PiiPolicy.MASK));
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
