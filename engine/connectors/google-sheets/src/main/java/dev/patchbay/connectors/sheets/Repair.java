package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.Request;
import dev.patchbay.connectors.sheets.Google.Budget;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Mends a tab after an applied batch whose rows or columns had moved. Safe to do again, also by
 * another process: it looks at what stands there, and each round carries a token of its own, so
 * that a late copy of it is refused.
 */
final class Repair {
  private static final int MOST_ROUNDS = 4;
  private static final int MOST_RANGES = 200;

  private final Google google;
  private final TabLoader loader;

  Repair(Google google, TabLoader loader) {
    this.google = google;
    this.loader = loader;
  }

  /** What came of it. */
  sealed interface Result {
    /**
     * Everything stands where it belongs.
     *
     * @param tab as it was read, empty where it changed since or is gone
     */
    record Mended(int rows, int lost, List<Written> written, Optional<Tab> tab) implements Result {}

    /** Not to be told, or not finished: to be done again. */
    record Doubtful(Failure failure) implements Result {}
  }

  Result run(Attempt attempt, Place place, Plan plan, List<Written> rows) {
    var written = rows;
    int mended = 0;
    int lost = 0;
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      switch (look(attempt, place, plan, written)) {
        case Look.Broken(var failure) -> {
          return new Result.Doubtful(failure);
        }
        case Look.Whole(var tab) -> {
          return new Result.Mended(
              mended, lost, located(rows, tab), mended == 0 ? tab : Optional.empty());
        }
        case Look.Damaged(var tab, var mending) -> {
          var sent = send(attempt, place, tab, mending.rows(), round);
          if (sent instanceof Reply.Failed<Boolean>(var failure) && !isTaken(failure)) {
            return new Result.Doubtful(failure);
          }
          if (sent instanceof Reply.Answer<Boolean>(var intact)) {
            mended += mending.rows().size();
            lost += mending.lost();
            written = mending.rows();
            if (intact) {
              return new Result.Mended(mended, lost, List.of(), Optional.empty());
            }
          }
        }
      }
    }
    return new Result.Doubtful(
        new Failure.Lost(
            new Cause(
                "tab-in-motion", "People move rows of the tab faster than they are mended.")));
  }

  /** What a look at the tab found. */
  private sealed interface Look {
    record Whole(Optional<Tab> tab) implements Look {}

    record Damaged(Tab tab, Mending.Result mending) implements Look {}

    record Broken(Failure failure) implements Look {}
  }

  private Look look(Attempt attempt, Place place, Plan plan, List<Written> written) {
    var layout = attempt.batch().layout();
    return switch (loader.load(place, layout, attempt.deadline())) {
      case Reply.Failed<Optional<Tab>>(var failure) -> new Look.Broken(failure);
      case Reply.Answer<Optional<Tab>>(var found) ->
          found
              .filter(tab -> tab.keyIndex().isPresent())
              .map(tab -> examine(attempt, place, plan, tab, written))
              // the tab went with its rows, or lost its keys
              .orElseGet(() -> new Look.Whole(Optional.empty()));
    };
  }

  private Look examine(Attempt attempt, Place place, Plan plan, Tab tab, List<Written> written) {
    var suspects = Mending.suspects(attempt.batch(), plan, tab, written);
    IntFunction<Map<Integer, CellData>> content = _ -> Map.of();
    if (!suspects.isEmpty()) {
      var rows = suspects.stream().mapToInt(Integer::intValue).toArray();
      var ranges = RowRange.atMost(MOST_RANGES, rows);
      switch (loader.rows(place, tab, ranges, attempt.deadline())) {
        case Reply.Failed<Optional<TabReading>>(var failure) -> {
          if (!(failure instanceof Failure.Lost(var cause)) || !cause.code().equals("range-gone")) {
            return new Look.Broken(failure);
          }
        }
        case Reply.Answer<Optional<TabReading>>(var reading) -> {
          if (reading.isPresent()) {
            content = reading.get()::row;
          }
        }
      }
    }
    var mending = new Mending(attempt.batch(), plan, tab, attempt.lastRows(), content).of(written);
    return mending.rows().isEmpty()
        ? new Look.Whole(Optional.of(tab))
        : new Look.Damaged(tab, mending);
  }

  private Reply<Boolean> send(
      Attempt attempt, Place place, Tab tab, List<Written> rows, int round) {
    var requests = new ArrayList<Request>();
    requests.add(Tokens.repair(attempt.batch().token(), round));
    new RowRequests(tab.sheetId()).of(rows).forEach(part -> requests.add(part.request()));
    int key = tab.keyIndex().orElseThrow();
    var body =
        ShownRanges.askIn(
            new BatchUpdateSpreadsheetRequest().setRequests(requests),
            tab.title(),
            key,
            tab.keys().tail(),
            rows);
    Reply<BatchUpdateSpreadsheetResponse> reply =
        google.take(
            Budget.WRITE,
            "spreadsheets.batchUpdate (repair)",
            attempt.deadline(),
            api ->
                api.batchUpdate(place.spreadsheetId(), body)
                    .setFields(ShownRanges.FIELDS)
                    .execute());
    return switch (reply) {
      case Reply.Failed<BatchUpdateSpreadsheetResponse>(var failure) -> new Reply.Failed<>(failure);
      case Reply.Answer<BatchUpdateSpreadsheetResponse>(var answer) ->
          new Reply.Answer<>(
              TabReading.find(answer.getUpdatedSpreadsheet(), tab.sheetId())
                  .map(shown -> stands(shown, tab, key, rows))
                  .orElse(false));
    };
  }

  private static boolean stands(TabReading shown, Tab tab, int key, List<Written> rows) {
    var keys = shown.keys(key);
    return shown.anchors().equals(tab.anchors())
        && rows.stream()
            .filter(row -> row.row() > 0)
            .allMatch(row -> keys.at(row.row()).equals(row.key()));
  }

  /** An earlier try of this round was applied: look again. */
  private static boolean isTaken(Failure failure) {
    return failure instanceof Failure.Refused(_, var request) && request.equals(OptionalInt.of(0));
  }

  private static List<Written> located(List<Written> rows, Optional<Tab> tab) {
    return rows.stream()
        .map(
            row -> {
              var place = tab.map(t -> t.keys().rowOf(row.key())).orElse(OptionalInt.empty());
              return place.isPresent() ? row.at(place.getAsInt()) : row;
            })
        .toList();
  }
}
