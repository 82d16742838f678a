package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Outcome.RowFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Sends a batch, once, and looks in the same answer whether it went where it should. */
final class Delivering {
  /** Google's limit of one call. */
  static final int MOST_REQUESTS = 100_000;

  private final Google google;
  private final TabCache cache;
  private final Ledger ledger;
  private final Repair repair;

  Delivering(Google google, TabCache cache, Ledger ledger, Repair repair) {
    this.google = google;
    this.cache = cache;
    this.ledger = ledger;
    this.repair = repair;
  }

  Outcome deliver(Attempt attempt) {
    var place = Place.of(attempt.batch().target());
    var plan = Plan.decode(attempt.plan());
    var call = BatchRequests.of(attempt.batch(), plan, place);
    if (call.body().getRequests().size() > MOST_REQUESTS) {
      return new Outcome.Rejected(
          new Cause("too-scattered", "The rows are too scattered for one call."), List.of());
    }
    Reply<BatchUpdateSpreadsheetResponse> reply =
        google.send(
            "spreadsheets.batchUpdate",
            attempt.deadline(),
            api ->
                api.batchUpdate(place.spreadsheetId(), call.body())
                    .setFields(ShownRanges.FIELDS)
                    .execute());
    return switch (reply) {
      case Reply.Answer<BatchUpdateSpreadsheetResponse>(var answer) ->
          applied(attempt, place, plan, call, answer);
      case Reply.Failed<BatchUpdateSpreadsheetResponse>(var failure) ->
          failed(attempt, place, plan, call, failure);
    };
  }

  private Outcome applied(
      Attempt attempt,
      Place place,
      Plan plan,
      BatchRequests.Call call,
      BatchUpdateSpreadsheetResponse answer) {
    if (!plan.hasKeyColumn(attempt.batch().layout())) {
      cache.forget(place);
      return new Outcome.Applied(new Receipt(plan).of(call.rows()));
    }
    var before = cache.get(place);
    var verification = new Verification(attempt.batch().layout(), plan, before);
    var reading = TabReading.find(answer.getUpdatedSpreadsheet(), plan.sheetId());
    if (reading.isEmpty()) {
      return repaired(attempt, place, plan, call.rows());
    }
    var verdict = verification.check(reading.get(), call.rows());
    if (!verdict.intact()) {
      return repaired(attempt, place, plan, verdict.rows());
    }
    var receipt = new Receipt(plan);
    before.ifPresent(tab -> receipt.noteCopies(attempt.batch(), tab.keys()));
    cache.put(place, verification.after(reading.get()));
    return new Outcome.Applied(receipt.of(verdict.rows()));
  }

  /** The batch is applied; what it hit by mistake is mended, now or when it is resolved. */
  private Outcome repaired(Attempt attempt, Place place, Plan plan, List<Written> rows) {
    cache.forget(place);
    return switch (repair.run(attempt, place, plan, rows)) {
      case Repair.Result.Mended mended -> {
        cache.put(place, mended.tab());
        yield new Outcome.Applied(Receipts.of(plan, mended, attempt.batch()));
      }
      case Repair.Result.Doubtful(var failure) -> new Outcome.Unknown(failure.cause());
    };
  }

  private Outcome failed(
      Attempt attempt, Place place, Plan plan, BatchRequests.Call call, Failure failure) {
    if (!(failure instanceof Failure.Throttled) && !(failure instanceof Failure.NotSent)) {
      cache.forget(place);
    }
    if (!(failure instanceof Failure.Refused(var cause, var request))) {
      return Outcomes.ofSend(failure);
    }
    if (request.equals(OptionalInt.of(call.token()))) {
      return tokenRefused(attempt, place, plan, call, cause);
    }
    if (request.isEmpty()) {
      return Outcomes.ofSend(failure);
    }
    return Optional.ofNullable(call.rowsOf().get(request.getAsInt()))
        .<Outcome>map(rows -> new Outcome.Rejected(cause, faults(attempt, rows, cause)))
        .orElseGet(() -> new Outcome.TargetRefused(cause));
  }

  /** Google names a request: that is a row only if the request writes no other. */
  private static List<RowFault> faults(Attempt attempt, List<Written> rows, Cause cause) {
    var keys = attempt.batch().rows().stream().map(row -> row.key()).toList();
    return rows.size() == 1
        ? List.of(new RowFault(keys.indexOf(rows.getFirst().key()), cause))
        : List.of();
  }

  /** Somebody created the token's id before: its value tells who. */
  private Outcome tokenRefused(
      Attempt attempt, Place place, Plan plan, BatchRequests.Call call, Cause cause) {
    return switch (ledger.entry(place, attempt.batch().token(), attempt.deadline())) {
      case Ledger.Entry.Applied _ -> repaired(attempt, place, plan, call.rows());
      case Ledger.Entry.Voided _ ->
          new Outcome.NotApplied(
              new Cause("voided", "The attempt was given up before it was sent."), Duration.ZERO);
      case Ledger.Entry.Foreign _ ->
          new Outcome.NotApplied(
              new Cause("token-taken", "The attempt's token was in use: a new one is taken."),
              Duration.ZERO);
      case Ledger.Entry.Absent _ -> new Outcome.TargetRefused(cause);
      case Ledger.Entry.Unreadable(var failure) -> new Outcome.Unknown(failure.cause());
    };
  }
}
