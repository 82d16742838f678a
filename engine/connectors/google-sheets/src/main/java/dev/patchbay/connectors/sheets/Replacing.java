package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.ValueRange;
import dev.patchbay.connectors.sheets.Google.Budget;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.TableTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Puts whole tables. The rows go to a hidden tab, chunk by chunk, and in one last batch to the tab
 * that people see, with a note of the table's id: who finds the note knows that it stands. A late
 * copy of any of these calls finds its hidden tab gone, and is refused.
 */
final class Replacing implements TableTarget {
  private static final int MOST_SENDS = 5;
  private static final Duration AFTER_LOSS = Duration.ofSeconds(1);

  private final Google google;
  private final RandomGenerator random;

  Replacing(Google google, RandomGenerator random) {
    this.google = google;
    this.random = random;
  }

  /** One table on its way. */
  private record Way(Place place, Table table, Pause pause, Deadline deadline) {}

  @Override
  public Outcome replace(Table table, Pause pause, Deadline deadline) throws IOException {
    var way = new Way(Place.of(table.target()), table, pause, deadline);
    try {
      var tabs = tabs(way);
      if (!stands(tabs, way)) {
        demandFree(way, tabs.find(way.place()));
        int workshop = random.nextInt(1, Integer.MAX_VALUE);
        var requests = new TableRequests(way.place(), table, workshop);
        open(way, requests, tabs);
        fill(way, workshop);
        settle(way, requests);
      }
      return new Outcome.Applied(way.place().tab());
    } catch (FailedCallException failed) {
      return Outcomes.ofRead(failed.failure()); // readers see nothing of it
    }
  }

  private static boolean stands(Tabs tabs, Way way) {
    return tabs.find(way.place())
        .filter(sheet -> Tabs.stood(sheet).contains(way.table().id()))
        .isPresent();
  }

  /** What people wrote is never wiped. */
  private void demandFree(Way way, Optional<Sheet> tab) throws IOException, FailedCallException {
    if (tab.isEmpty() || !Tabs.stood(tab.get()).isEmpty()) {
      return;
    }
    var title = tab.get().getProperties().getTitle();
    ValueRange read =
        patiently(
            way,
            () ->
                google.take(
                    Budget.READ,
                    "spreadsheets.values.get",
                    way.deadline(),
                    api ->
                        api.values().get(way.place().spreadsheetId(), A1.whole(title)).execute()));
    if (read.getValues() != null && !read.getValues().isEmpty()) {
      throw new FailedCallException(
          new Failure.Target(
              new Cause(
                  "tab-in-use",
                  "The tab '%s' holds what no export put there. Empty it, or name another."
                      .formatted(title))));
    }
  }

  private Tabs tabs(Way way) throws IOException, FailedCallException {
    Spreadsheet read =
        patiently(
            way,
            () ->
                google.take(
                    Budget.READ,
                    "spreadsheets.get",
                    way.deadline(),
                    api -> api.get(way.place().spreadsheetId()).setFields(Tabs.FIELDS).execute()));
    return Tabs.of(read);
  }

  /** If its answer is lost, the whole is begun anew, and takes away what was left. */
  private void open(Way way, TableRequests requests, Tabs tabs)
      throws IOException, FailedCallException {
    send(way, "table begun", requests.open(tabs.workshops(way.place())));
  }

  private void fill(Way way, int workshop) throws IOException, FailedCallException {
    var chunks = new TableChunks(way.table().columns(), workshop);
    try {
      way.table()
          .rows()
          .each(
              cells -> {
                if (chunks.isFull()) {
                  again(way, chunks.take());
                }
                chunks.add(cells);
              });
      again(way, chunks.take());
    } catch (InTheMiddleException middle) {
      throw middle.failed();
    }
  }

  /** Cells at fixed places of a tab that nobody else writes to: to write them twice is harmless. */
  private void again(Way way, List<Request> chunk) throws IOException {
    try {
      for (int sends = 1; ; sends++) {
        var reply = sent(way, "table", chunk);
        if (reply.isEmpty()) {
          return;
        }
        if (!(reply.get() instanceof Failure.Lost) || sends == MOST_SENDS) {
          throw new FailedCallException(reply.get());
        }
        way.pause().of(AFTER_LOSS.multipliedBy(sends));
      }
    } catch (FailedCallException failed) {
      throw new InTheMiddleException(failed);
    }
  }

  private void settle(Way way, TableRequests requests) throws IOException, FailedCallException {
    for (int sends = 1; ; sends++) {
      var tabs = tabs(way);
      if (stands(tabs, way)) {
        return;
      }
      if (!tabs.workshops(way.place()).contains(requests.workshop())) {
        throw new FailedCallException(
            new Failure.Lost(
                new Cause("table-interrupted", "The hidden tab of the table was taken away.")));
      }
      var failure = sent(way, "table settled", last(tabs.find(way.place()), requests));
      if (failure.isEmpty()) {
        return;
      }
      if (!(failure.get() instanceof Failure.Lost) || sends == MOST_SENDS) {
        throw new FailedCallException(failure.get());
      }
      way.pause().of(AFTER_LOSS.multipliedBy(sends));
    }
  }

  private static List<Request> last(Optional<Sheet> tab, TableRequests requests) {
    return tab.map(sheet -> requests.copyTo(Tabs.id(sheet), Tabs.stood(sheet)))
        .orElseGet(requests::unveil);
  }

  private void send(Way way, String what, List<Request> requests)
      throws IOException, FailedCallException {
    var failure = sent(way, what, requests);
    if (failure.isPresent()) {
      throw new FailedCallException(failure.get());
    }
  }

  private Optional<Failure> sent(Way way, String what, List<Request> requests) throws IOException {
    var body = new BatchUpdateSpreadsheetRequest().setRequests(requests);
    try {
      BatchUpdateSpreadsheetResponse _ =
          patiently(
              way,
              () ->
                  google.take(
                      Budget.WRITE,
                      "spreadsheets.batchUpdate (" + what + ")",
                      way.deadline(),
                      api ->
                          api.batchUpdate(way.place().spreadsheetId(), body)
                              .setFields("spreadsheetId")
                              .execute()));
      return Optional.empty();
    } catch (FailedCallException failed) {
      return Optional.of(failed.failure());
    }
  }

  /** Waits where a budget is used up: nothing was sent then. */
  private static <T> T patiently(Way way, Call<T> call) throws IOException, FailedCallException {
    while (true) {
      switch (call.reply()) {
        case Reply.Answer<T>(var answer) -> {
          return answer;
        }
        case Reply.Failed<T>(Failure.Throttled(_, var after)) -> way.pause().of(after);
        case Reply.Failed<T>(var failure) -> throw new FailedCallException(failure);
      }
    }
  }

  @FunctionalInterface
  private interface Call<T> {
    Reply<T> reply();
  }

  /** A call that brought no answer ends the way of a table. */
  private static final class FailedCallException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailedCallException(Failure failure) {
      super(failure.cause().message());
      this.failure = failure;
    }

    Failure failure() {
      return failure;
    }
  }

  /** The same, from among the rows. */
  private static final class InTheMiddleException extends IOException {
    private static final long serialVersionUID = 1L;

    private final FailedCallException failed;

    InTheMiddleException(FailedCallException failed) {
      super(failed.getMessage(), failed);
      this.failed = failed;
    }

    FailedCallException failed() {
      return failed;
    }
  }
}
