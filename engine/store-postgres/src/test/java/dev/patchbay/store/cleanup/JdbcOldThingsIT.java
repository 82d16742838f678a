package dev.patchbay.store.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.LostRunException;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.job.JdbcJobRuns;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is old is removed from a real database, and nothing else. */
class JdbcOldThingsIT {
  private final TestStore store = TestStore.create();
  private final JdbcOldThings things = new JdbcOldThings(store.database());
  private final ClaimedRun run;

  JdbcOldThingsIT() {
    var runs = new JdbcJobRuns(store.database(), "node-1");
    runs.ask(new NewRun("clean-up", "Clean-up", "{}", "ada", null));
    run = runs.claim(Duration.ofMinutes(5)).orElseThrow();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void runsThatAreDoneWithGoAndThoseThatAreOpenFailedYoungOrTheNewestStay() {
    runs("export", "DONE", 40, "old");
    runs("export", "CANCELLED", 40, "old");
    runs("export", "SKIPPED", 40, "old");
    runs("export", "DONE", 39, "young");
    runs("export", "FAILED", 400, "failed");
    runs("export", "QUEUED", 400, "open");
    runs("import", "DONE", 400, "import");
    store.execute(
        """
        INSERT INTO job_run (kind, name, request, asked_by, state, ended_at, schedule)
        SELECT 'export', CASE i WHEN 2 THEN 'newest' ELSE 'old' END, '{}', 'ada', 'DONE',
          now() - interval '41 days', 'daily' FROM generate_series(1, 2) i
        """);

    assertThat(things.count(OldThing.RUNS, 40)).isEqualTo(4);
    assertThat(all(OldThing.RUNS, 40)).isEqualTo(4);

    assertThat(names()).isEqualTo("Clean-up,failed,import,newest,open,young");
  }

  @Test
  void whatAnOpenNoticeTellsOfStays() {
    runs("export", "SKIPPED", 90, "told");
    runs("notice", "QUEUED", 0, "notice");
    store.execute(
        """
        INSERT INTO notice_run SELECT n.id, r.id FROM job_run n, job_run r
        WHERE n.name = 'notice' AND r.name = 'told'
        """);
    assertThat(all(OldThing.RUNS, 40)).isZero();
    store.execute("UPDATE job_run SET state = 'DONE' WHERE name = 'notice'");
    assertThat(all(OldThing.RUNS, 40)).isEqualTo(1);
  }

  @Test
  void filesGoAndTheirRunsStay() {
    for (int i = 0; i < 25; i++) {
      runs("export", "DONE", 3, "run");
    }
    runs("export", "DONE", 1, "young");
    store.execute(
        """
        INSERT INTO job_result (run, name, media_type, length, sha256)
        SELECT id, 'a.csv', 'text/csv', 1, '' FROM job_run WHERE state = 'DONE'
        """);
    store.execute(
        "INSERT INTO job_result_part (run, part, bytes) SELECT run, 0, 'x' FROM job_result");

    assertThat(all(OldThing.RUN_FILES, 2)).isEqualTo(25);

    assertThat(store.number("SELECT count(*) FROM job_result_part")).isEqualTo(1);
    assertThat(store.number("SELECT count(*) FROM job_run WHERE state = 'DONE'")).isEqualTo(26);
  }

  @Test
  void anImportGoesWithItsRowsAndProblemsPartByPart() {
    runs("import", "DONE", 40, "old");
    runs("import", "FAILED", 400, "failed");
    runs("import", "DONE", 40, "watched");
    store.execute(
        "INSERT INTO import_run (run, sha256) SELECT id, name FROM job_run WHERE kind = 'import'");
    store.execute(
        """
        INSERT INTO import_row SELECT name, int4send(i), run FROM generate_series(1, 10500) i,
          (SELECT id AS run, name FROM job_run WHERE kind = 'import') r
        """);
    store.execute(
        """
        INSERT INTO import_problem
        SELECT run, i, '', '', '', '' FROM import_run, generate_series(1, 3) i
        """);
    store.execute(
        """
        INSERT INTO watched_file (connector, path, sha256, length, changed, schedule, run, state, import_run)
        SELECT 'c', 'p', 's', 1, '', 'w', id, 'IMPORTING', id FROM job_run WHERE name = 'watched'
        """);

    assertThat(things.count(OldThing.IMPORTS, 31)).isEqualTo(1);
    var first = things.remove(run, OldThing.IMPORTS, 31);
    assertThat(first.things()).isZero();
    assertThat(first.more()).isTrue();
    assertThat(store.number("SELECT count(*) FROM import_row WHERE service = 'old'"))
        .isEqualTo(500);
    assertThat(all(OldThing.IMPORTS, 31)).isEqualTo(1);

    assertThat(names()).isEqualTo("Clean-up,failed,watched");
    assertThat(store.number("SELECT count(*) FROM import_row")).isEqualTo(21_000);
    assertThat(store.number("SELECT count(*) FROM import_problem")).isEqualTo(6);
  }

  @Test
  void incidentsGoOnlyIfSomebodyHasSeenThemAndUnreadableRecordsByAge() {
    store.execute(
        """
        INSERT INTO intake_incident (intake, kind, stream, detail, at, seen_at) VALUES
          ('i', 'GAP', 's', 'unseen', now() - interval '1 year', NULL),
          ('i', 'GAP', 's', 'lately seen', now() - interval '1 year', now()),
          ('i', 'GAP', 's', 'old', now() - interval '1 year', now() - interval '8 days')
        """);
    store.execute(
        """
        INSERT INTO unreadable_record (intake, position, digest, reasons, payload, at)
        SELECT 'i', i::text, 'd', '{}', 'x', now() - i * interval '1 day' FROM generate_series(1, 1200) i
        """);

    assertThat(all(OldThing.INCIDENTS, 7)).isEqualTo(1);
    assertThat(all(OldThing.UNREADABLE, 31)).isEqualTo(1_170);

    assertThat(store.number("SELECT count(*) FROM intake_incident")).isEqualTo(2);
    assertThat(store.number("SELECT count(*) FROM unreadable_record")).isEqualTo(30);
  }

  @Test
  void documentsGoWithStepsAndRecipientsUnlessTheyAreYoungOrTheirDeliveryIsOpen() {
    var open = openDelivery();
    documents(40, "900-1-old", open);
    documents(30, "900-2-young");
    documents(
        40, LongStream.range(0, 600).mapToObj(i -> "901-" + i + "-old").toArray(String[]::new));
    recipients(40, "900-1-old", open, "900-2-young", "900-3-never-issued");
    recipients(30, "900-4-young");

    assertThat(things.count(OldThing.DOCUMENTS, 31)).isEqualTo(601);
    assertThat(all(OldThing.DOCUMENTS, 31)).isEqualTo(601);

    assertThat(ids("SELECT string_agg(id, ',') FROM document"))
        .containsExactlyInAnyOrder(open, "900-2-young");
    assertThat(store.number("SELECT count(*) FROM document_step")).isEqualTo(2);
    assertThat(ids("SELECT string_agg(document, ',') FROM document_recipient"))
        .containsExactlyInAnyOrder(open, "900-2-young", "900-4-young");
  }

  private String openDelivery() {
    try (var lane = new TestLane(store, "letters")) {
      return lane.id(lane.enqueue("k"));
    }
  }

  private List<String> ids(String sql) {
    return List.of(store.text(sql).split(","));
  }

  private void documents(int days, String... ids) {
    store.execute(
        """
        WITH made AS (INSERT INTO document (id, connector, template, version, key, media_type,
            length, sha256, status, changed_at)
          SELECT id, 'papers', 'letter', 1, 'k', 'application/pdf', 1, '', 'ISSUED',
            now() - ? * interval '1 day' - interval '1 minute' FROM unnest(?::text[]) id
          RETURNING number)
        INSERT INTO document_step (document, status) SELECT number, 'ISSUED' FROM made
        """,
        days,
        ids);
  }

  private void recipients(int days, String... ids) {
    store.execute(
        """
        INSERT INTO document_recipient (document, address, state, at)
        SELECT id, 'anna@example.org', 'ACCEPTED',
          now() - ? * interval '1 day' - interval '1 minute' FROM unnest(?::text[]) id
        """,
        days,
        ids);
  }

  @Test
  void whatIsCountedIsWhatIsRemoved() {
    for (var thing : OldThing.values()) {
      assertThat(things.count(thing, thing.floor())).as(thing.words()).isZero();
      assertThat(all(thing, thing.floor())).as(thing.words()).isZero();
    }
    assertThat(Arrays.stream(OldThing.values()).mapToInt(OldThing::floor))
        .allMatch(days -> days > 0);
  }

  @Test
  void aNodeThatHasLostTheRunRemovesNothing() {
    runs("export", "DONE", 40, "old");
    store.execute("UPDATE job_run SET fence = fence + 1 WHERE kind = 'clean-up'");
    assertThatThrownBy(() -> things.remove(run, OldThing.RUNS, 31))
        .isInstanceOf(LostRunException.class);
    assertThat(names()).contains("old");
  }

  private int all(OldThing what, int days) {
    int gone = 0;
    for (var removed = things.remove(run, what, days); ; removed = things.remove(run, what, days)) {
      gone += removed.things();
      if (!removed.more()) {
        return gone;
      }
    }
  }

  private void runs(String kind, String state, int days, String name) {
    store.execute(
        """
        INSERT INTO job_run (kind, name, request, asked_by, state, ended_at)
        VALUES (?, ?, '{}', 'ada', ?, CASE WHEN ? <> 'QUEUED'
          THEN now() - ? * interval '1 day' - interval '1 minute' END)
        """,
        kind,
        name,
        state,
        state,
        days);
  }

  private String names() {
    return store.text("SELECT string_agg(DISTINCT name, ',' ORDER BY name) FROM job_run");
  }
}
