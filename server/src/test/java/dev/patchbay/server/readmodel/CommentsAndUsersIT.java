package dev.patchbay.server.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPage;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetView;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.testkit.Eventually;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Comments and users as datasets: projected, rebuilt, read by the page, behind their veils. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentsAndUsersIT {
  private static final int COMMENTS = 23;

  private final RebuildRig rig = new RebuildRig();

  @BeforeAll
  void fill() {
    rig.post(List.of(comment("comment.added", 0, 1, Map.of("text", "From before"))));
    for (var name : List.of("requests", "comments", "users")) {
      rig.hub().admin().post("/read-models/" + name).as(201, Object.class);
    }
    var events = new ArrayList<Map<String, Object>>();
    for (int i = 1; i < COMMENTS; i++) {
      events.add(
          comment(
              "comment.added",
              i,
              1,
              Map.of(
                  "text",
                  "Text " + i,
                  "public",
                  i % 2 == 0,
                  "author",
                  Map.of("id", "u-" + i % 3, "name", "Ada", "email", "ada@example.org"),
                  "createdAt",
                  "2026-01-%02dT08:00:00Z".formatted(i))));
    }
    events.add(comment("comment.updated", 4, 2, Map.of("text", "Changed")));
    events.add(
        event(
            "user.created",
            "u-1",
            1,
            Map.of("name", "Ada", "email", "ada@example.org", "role", "citizen", "active", true)));
    events.add(event("user.updated", "u-1", 2, Map.of("role", "agent", "zip", "01067")));
    rig.post(events);
    Eventually.soon().isTrue("all are there", () -> rows("comments", "").size() == COMMENTS - 1);
    Eventually.soon().isTrue("users, too", () -> rows("users", "filter=role:agent").size() == 1);
  }

  @AfterAll
  void close() {
    rig.close();
  }

  private static Map<String, Object> comment(
      String type, int number, int version, Map<String, Object> fields) {
    var data = new LinkedHashMap<>(fields);
    data.put("requestId", "r-" + number % 2);
    return event(type, "c-%02d".formatted(number), version, data);
  }

  private static Map<String, Object> event(
      String type, String id, int version, Map<String, Object> fields) {
    var data = new LinkedHashMap<>(fields);
    data.put("id", id);
    data.put("version", version);
    return Map.of(
        "specversion",
        "1.0",
        "id",
        id + "-" + version,
        "source",
        "/people",
        "type",
        type,
        "data",
        data);
  }

  private List<Map<String, Object>> rows(String dataset, String query) {
    return page(Role.VIEWER, dataset, query).items();
  }

  private DatasetPage page(Role role, String dataset, String query) {
    return rig.hub()
        .as(role)
        .get("/datasets/" + dataset + "/rows?" + query)
        .as(200, DatasetPage.class);
  }

  @Test
  void rowsHoldWhatTheEventsAddUpTo() {
    assertThat(rows("users", ""))
        .containsExactly(
            Map.of(
                "id", "u-1",
                "name", "Ada",
                "email", "ada@example.org",
                "role", "agent",
                "active", true,
                "zip", "01067"));
    assertThat(rows("comments", "sort=id&from=2026-01-04T00:00:00Z&to=2026-01-05T00:00:00Z"))
        .containsExactly(
            Map.of(
                "id", "c-04",
                "requestId", "r-0",
                "text", "Changed",
                "authorId", "u-1",
                "authorName", "Ada",
                "authorEmail", "ada@example.org",
                "public", true,
                "createdAt", "2026-01-04T08:00:00Z"));
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrDouble() {
    for (var sort : List.of("-createdAt", "createdAt", "id", "-updatedAt")) {
      var whole = ids(rows("comments", "limit=500&sort=" + sort));
      var paged = new ArrayList<Object>();
      var page = page(Role.VIEWER, "comments", "limit=4&sort=" + sort);
      paged.addAll(ids(page.items()));
      while (page.next() != null) {
        page = page(Role.VIEWER, "comments", "limit=4&sort=" + sort + "&cursor=" + page.next());
        paged.addAll(ids(page.items()));
      }
      assertThat(paged).as(sort).isEqualTo(whole).hasSizeGreaterThanOrEqualTo(COMMENTS - 1);
    }
  }

  private static List<Object> ids(List<Map<String, Object>> rows) {
    return rows.stream().map(row -> row.getOrDefault("id", "")).toList();
  }

  @Test
  void filtersHoldAllOfThemAndAnyOfTheirValues() {
    assertThat(
            ids(
                rows(
                    "comments",
                    "sort=id&filter=requestId:r-1&filter=authorId:u-0&filter=authorId:u-1"
                        + "&from=2026-01-03T00:00:00Z&to=2026-01-10T00:00:00Z")))
        .containsExactly("c-03", "c-07", "c-09");
  }

  @Test
  void whatIsNotUnderstoodIsRefusedByName() {
    var admin = rig.hub().admin();
    assertThat(admin.get("/datasets/bills/rows").status()).isEqualTo(404);
    assertThat(admin.get("/datasets/users/rows?filter=name:Ada").faults(400))
        .containsExactly("filter");
    assertThat(admin.get("/datasets/users/rows?sort=name").faults(400)).containsExactly("sort");
    assertThat(admin.get("/datasets/users/rows?cursor=x").faults(400)).containsExactly("cursor");
    assertThat(admin.get("/datasets/users/rows?colour=x").faults(400)).containsExactly("colour");
  }

  @Test
  void whatIsHiddenNeitherLeavesNorChooses() {
    rig.hub()
        .admin()
        .post(
            "/dataset-policies",
            new DatasetPolicyDraft(
                "users",
                Map.of(),
                List.of(
                    new PiiRule(Role.SUPPORT, null, PiiClass.CONTACT, null, PiiPolicy.DROP),
                    new PiiRule(Role.SUPPORT, null, PiiClass.NAME, null, PiiPolicy.MASK))))
        .as(201, Object.class);

    var shown = page(Role.SUPPORT, "users", "").items().getFirst();
    assertThat(shown).containsEntry("name", "A***").doesNotContainKey("email");
    assertThat(
            rig.hub()
                .as(Role.SUPPORT)
                .get("/datasets/users/rows?filter=email:ada@example.org")
                .faults(400))
        .containsExactly("filter");
    assertThat(rows("users", "filter=email:ada@example.org")).hasSize(1);
  }

  @Test
  void theyAreListedWithTheirFields() {
    assertThat(rig.hub().admin().get("/datasets").page(DatasetView.class).items())
        .extracting(DatasetView::name, DatasetView::filled)
        .containsExactly(tuple("requests", true), tuple("comments", true), tuple("users", true));
  }

  @Test
  void aRebuildBringsWhatWasSaidBefore() {
    var run = rig.ended(rig.order());
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(rows("comments", "sort=id&limit=1"))
        .containsExactly(Map.of("id", "c-00", "requestId", "r-0", "text", "From before"));
    assertThat(rows("comments", "sort=id")).hasSize(COMMENTS);
    assertThat(rows("users", "")).hasSize(1);
  }
}
