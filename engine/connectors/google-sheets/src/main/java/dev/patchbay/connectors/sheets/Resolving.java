package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.WriteMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Settles a batch whose answer was lost. The token's value decides; where no token stands, the void
 * token is created in its place, and from then on the batch is refused whenever it arrives.
 *
 * <p>A foreign value under the id means that the batch was not applied: its own token would stand
 * there, since nobody deletes the token of an open attempt. While the foreign one stands, a late
 * copy of the batch is refused, and the hub lets it stand as long as it keeps doubtful tokens.
 */
final class Resolving {
  /** A request that has not arrived after this long never will. */
  private static final Duration LINGER = Duration.ofMinutes(5);

  private static final int MOST_LOOKS = 2;

  private final Ledger ledger;
  private final Repair repair;
  private final TabCache cache;
  private final InstantSource clock;
  private final Function<Place, Guarantee> guarantee;

  Resolving(
      Ledger ledger,
      Repair repair,
      TabCache cache,
      InstantSource clock,
      Function<Place, Guarantee> guarantee) {
    this.ledger = ledger;
    this.repair = repair;
    this.cache = cache;
    this.clock = clock;
    this.guarantee = guarantee;
  }

  Resolution resolve(Attempt attempt) {
    var place = Place.of(attempt.batch().target());
    return guarantee.apply(place) == Guarantee.PROBE
        ? probe(attempt, place)
        : settle(attempt, place, MOST_LOOKS);
  }

  private Resolution settle(Attempt attempt, Place place, int looks) {
    return switch (ledger.entry(place, attempt.batch().token(), attempt.deadline())) {
      case Ledger.Entry.Applied _ -> wasApplied(attempt, place);
      case Ledger.Entry.Voided _, Ledger.Entry.Foreign _ -> new Resolution.NeverApplied();
      case Ledger.Entry.Absent _ when looks > 0 -> voiding(attempt, place, looks);
      case Ledger.Entry.Absent _ ->
          new Resolution.StillUnknown(
              new Cause("token-in-motion", "The token could be neither found nor created."),
              Duration.ofMinutes(1));
      case Ledger.Entry.Unreadable(var failure) -> Outcomes.ofSettling(failure);
    };
  }

  private Resolution voiding(Attempt attempt, Place place, int looks) {
    return switch (ledger.voiding(place, attempt.batch().token(), attempt.deadline())) {
      case Reply.Answer<BatchUpdateSpreadsheetResponse> _ -> new Resolution.NeverApplied();
      case Reply.Failed<BatchUpdateSpreadsheetResponse>(var failure) ->
          failure instanceof Failure.Refused
              ? settle(attempt, place, looks - 1) // it came to stand there in between
              : Outcomes.ofSettling(failure);
    };
  }

  private Resolution probe(Attempt attempt, Place place) {
    return switch (ledger.search(place, attempt.batch().token(), attempt.deadline())) {
      case Ledger.Entry.Applied _ -> wasApplied(attempt, place);
      case Ledger.Entry.Absent _ -> absentFor(attempt);
      case Ledger.Entry.Unreadable(var failure) -> Outcomes.ofSettling(failure);
      case Ledger.Entry.Voided _, Ledger.Entry.Foreign _ -> absentFor(attempt);
    };
  }

  /** Without unique ids nothing can be voided: only time tells that a request will not arrive. */
  private Resolution absentFor(Attempt attempt) {
    var age = Duration.between(Plan.decode(attempt.plan()).at(), clock.instant());
    return age.compareTo(LINGER) >= 0
        ? new Resolution.NeverApplied()
        : new Resolution.StillUnknown(
            new Cause("may-linger", "The lost request may still arrive; it is looked for again."),
            LINGER.minus(age));
  }

  private Resolution wasApplied(Attempt attempt, Place place) {
    var plan = Plan.decode(attempt.plan());
    var layout = attempt.batch().layout();
    var rows = Rows.of(attempt.batch(), plan);
    if (!plan.hasKeyColumn(layout) || layout.mode() == WriteMode.APPEND) {
      cache.forget(place);
      return new Resolution.WasApplied(new Receipt(plan).of(rows));
    }
    return switch (repair.run(attempt, place, plan, rows)) {
      case Repair.Result.Mended mended -> {
        cache.put(place, mended.tab());
        yield new Resolution.WasApplied(Receipts.of(plan, mended, attempt.batch()));
      }
      case Repair.Result.Doubtful(var failure) -> Outcomes.ofSettling(failure);
    };
  }
}
