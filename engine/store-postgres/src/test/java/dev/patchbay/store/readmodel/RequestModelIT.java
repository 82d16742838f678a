package dev.patchbay.store.readmodel;

import static dev.patchbay.store.readmodel.ModelRig.LAYOUT;
import static dev.patchbay.store.readmodel.ModelRig.attempt;
import static dev.patchbay.store.readmodel.ModelRig.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.core.readmodel.RequestQuery;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestSummary.NamedCount;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.store.Command;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestModelIT {
  private final ModelRig rig = new ModelRig();
  private final ModelTarget target = rig.target();
  private final JdbcRequestModel model = rig.model();

  @AfterEach
  void close() {
    rig.close();
  }

  private void write(Row... rows) {
    rig.write(rows);
  }

  private RequestOverview page(
      RequestFilter filter, RequestSort sort, @Nullable String cursor, int limit) {
    return model.page(RequestQuery.of(filter, sort), cursor, limit).body();
  }

  private RequestSummary summary(CountFilter filter) {
    return model.summary(filter).body();
  }

  private List<RequestView> all() {
    return page(RequestFilter.ALL, RequestSort.ID, null, 100).items();
  }

  @Test
  void whatARowDoesNotSayStaysAsItIs() {
    write(
        row("r-1", "Pothole", "open", "2026-03-01T23:30:00Z"),
        row("r-1b", Map.of("votes", new Cell.Numeric(new BigDecimal("7")))));
    write(
        row("r-1", Map.of("status", new Cell.Text("closed"), "title", new Cell.Empty())),
        row("r-1b", Map.of("title", new Cell.Text("Lamp"))));

    assertThat(all())
        .containsExactly(
            new RequestView(
                "r-1",
                null,
                "closed",
                null,
                null,
                null,
                null,
                Instant.parse("2026-03-01T23:30:00Z"),
                null,
                Map.of()),
            new RequestView(
                "r-1b", "Lamp", null, null, null, null, null, null, null, Map.of("votes", 7)));
  }

  @Test
  void countsFollowEveryChange() {
    write(
        row("a", "A", "open", "2026-03-01T22:59:59Z"),
        row("b", "B", "open", "2026-03-01T23:00:00Z"),
        row("c", Map.of("title", new Cell.Text("C"))));
    write(row("a", Map.of("status", new Cell.Text("closed"))));
    write(row("b", Map.of("deleted", new Cell.Bool(true))));

    var summary = summary(CountFilter.ALL);
    assertThat(summary.requests()).isEqualTo(2);
    assertThat(summary.zone()).isEqualTo("Europe/Berlin");
    assertThat(summary.status())
        .containsExactly(new NamedCount("closed", 1), new NamedCount(null, 1));
    assertThat(summary.days())
        .extracting(count -> count.day(), count -> count.requests())
        .containsExactly(tuple(null, 1L), tuple(LocalDate.of(2026, 3, 1), 1L));
    assertThat(all()).extracting(RequestView::id).containsExactly("a", "c");

    write(row("b", Map.of("deleted", new Cell.Bool(false))));
    var march = new CountFilter(List.of("open"), List.of(), LocalDate.of(2026, 3, 2), null);
    assertThat(summary(march).requests()).isEqualTo(1);
  }

  @Test
  void countsAreThoseOfTheRowsWhateverIsWritten() {
    var random = new Random(20_261_126);
    var states = List.of("open", "in progress", "closed");
    for (int batch = 0; batch < 30; batch++) {
      var rows = new LinkedHashMap<String, Row>();
      for (int i = 0; i < 20; i++) {
        var cells = new LinkedHashMap<String, Cell>();
        if (random.nextBoolean()) {
          cells.put("status", new Cell.Text(states.get(random.nextInt(3))));
        }
        if (random.nextInt(3) == 0) {
          cells.put("category", new Cell.Text("c" + random.nextInt(4)));
        }
        if (random.nextInt(4) == 0) {
          var asked = Instant.EPOCH.plus(Duration.ofHours(random.nextInt(200)));
          cells.put("requestedAt", new Cell.Text(asked.toString()));
        }
        if (random.nextInt(8) == 0) {
          cells.put("deleted", new Cell.Bool(random.nextBoolean()));
        }
        var id = "r" + random.nextInt(60);
        rows.put(id, row(id, cells));
      }
      write(rows.values().toArray(Row[]::new));
    }

    assertThat(
            counts("SELECT day, status, category, requests FROM request_count WHERE requests <> 0"))
        .isNotEmpty()
        .isEqualTo(
            counts(
                """
                SELECT day, coalesce(status, '') AS status, coalesce(category, '') AS category,
                  count(*) AS requests
                FROM request_view WHERE NOT deleted GROUP BY 1, 2, 3"""));
  }

  private List<String> counts(String sql) {
    return rig.store()
        .database()
        .run(
            connection ->
                Command.of("SELECT t::text AS line FROM (" + sql + ") t ORDER BY 1")
                    .list(connection, row -> row.getString("line")));
  }

  @Test
  void aLostAnswerIsSettledAsApplied() {
    var attempt = attempt(row("a", "A", "open", "2026-03-01T00:00:00Z"));
    target.deliver(attempt);

    assertThat(target.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
    assertThat(target.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
    assertThat(summary(CountFilter.ALL).requests()).isEqualTo(1);
  }

  @Test
  void whatWasSettledAsNeverAppliedIsNeverWritten() {
    var late = attempt(row("a", "A", "open", "2026-03-01T00:00:00Z"));

    assertThat(target.resolve(late)).isInstanceOf(Resolution.NeverApplied.class);
    assertThat(target.deliver(late)).isInstanceOf(Outcome.Unknown.class);
    assertThat(target.resolve(late)).isInstanceOf(Resolution.NeverApplied.class);
    assertThat(all()).isEmpty();
  }

  @Test
  void tokensThatNobodyNeedsAreTakenAway() {
    var first = attempt(row("a", "A", "open", "2026-03-01T00:00:00Z"));
    target.deliver(first);
    target.deliver(
        attempt(
            LAYOUT,
            List.of(row("b", "B", "open", "2026-03-01T00:00:00Z")),
            List.of(first.batch().token())));

    assertThat(counts("SELECT 1 FROM read_model_token")).hasSize(1);
  }

  @Test
  void aRowThatDoesNotFitIsNamedAndTheOthersAreNotWritten() {
    var attempt =
        attempt(row("a", "A", "open", "2026-03-01T00:00:00Z"), row("b", "B", "open", "yesterday"));

    var outcome = target.deliver(attempt);
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcome.toString()).contains("requestedAt", "index=1", "2026-01-31T08:15:00Z");
    assertThat(all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31T00:00:00Z", "9999-12-31T23:59:59-12:00"})
  void aTimeThatTheDatabaseHasNotIsRefusedByName(String time) {
    assertThat(target.deliver(attempt(row("a", "A", "open", time))).toString())
        .contains("requestedAt", "of the years 1 to 9999");
    assertThat(all()).isEmpty();
  }

  @Test
  void aValueThatNoIndexTakesIsRefusedAndNotRetriedForEver() {
    var random = new Random(1);
    var noise = new StringBuilder();
    random.ints(9_000, 'a', 'z').forEach(c -> noise.append((char) c));

    assertThat(target.deliver(attempt(row("a", "A", noise.toString(), "2026-03-01T00:00:00Z"))))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aColumnOfAnotherTypeIsRefusedByName() {
    var columns =
        List.of(
            new Column("id", "Id", CellKind.TEXT),
            new Column("requestedAt", "Asked", CellKind.DATE_TIME));
    var attempt =
        attempt(
            new Layout(columns, "id", WriteMode.UPSERT), List.of(row("a", Map.of())), List.of());

    assertThat(target.prepare(attempt.batch()).toString())
        .contains("requestedAt", "must be of type TEXT", "moment");
  }

  @Test
  void wordsAreFoundInAnyCaseAndInAnyOrder() {
    write(
        row("a", "Straße gesperrt, 100% DICHT", "open", "2026-03-01T00:00:00Z"),
        row("b", "ÄRGER mit_Lärm", "open", "2026-03-01T00:00:00Z"));

    assertThat(found("dicht straße")).containsExactly("a");
    assertThat(found("ärger")).containsExactly("b");
    assertThat(found("100%")).containsExactly("a");
    assertThat(found("%")).containsExactly("a");
    assertThat(found("mit_l")).containsExactly("b");
    assertThat(found("mitXl")).isEmpty();
    assertThat(found("ärger dicht")).isEmpty();
    assertThat(found("  ")).containsExactly("a", "b");
  }

  private List<String> found(String text) {
    var filter = new RequestFilter(List.of(), List.of(), List.of(), null, null, text);
    return page(filter, RequestSort.ID, null, 10).items().stream().map(RequestView::id).toList();
  }

  @Test
  void pagesRunThroughWithoutGapOrRepeatHoweverTheyAreSorted() {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < 23; i++) {
      rows.add(
          i % 5 == 0
              ? row("r" + i, Map.of())
              : row("r" + i, "T", "open", "2026-03-0" + (1 + i % 3) + "T00:00:00Z"));
    }
    write(rows.toArray(Row[]::new));

    for (var sort : RequestSort.values()) {
      var whole = page(RequestFilter.ALL, sort, null, 100).items();
      assertThat(whole).hasSize(23).doesNotHaveDuplicates();
      var paged = new ArrayList<RequestView>();
      var page = page(RequestFilter.ALL, sort, null, 4);
      paged.addAll(page.items());
      while (page.next() != null) {
        page = page(RequestFilter.ALL, sort, page.next(), 4);
        paged.addAll(page.items());
      }
      assertThat(paged).as(sort.parameter()).isEqualTo(whole);
    }
  }

  @Test
  void aCursorOfAnotherSortIsRefused() {
    write(row("a", Map.of()), row("b", Map.of()));
    var page = page(RequestFilter.ALL, RequestSort.ID, null, 1);

    assertThatThrownBy(
            () ->
                model.page(RequestQuery.of(RequestFilter.ALL, RequestSort.NEWEST), page.next(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> model.page(RequestQuery.of(RequestFilter.ALL, RequestSort.ID), "nonsense", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingFillsItBeforeARouteDoes() {
    assertThat(model.standing().filled()).isFalse();
  }
}
