package dev.patchbay.core.rebuild;

import dev.patchbay.core.delivery.queue.StoredEvents;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.enrich.Enricher;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.Mapping.Mapped;
import dev.patchbay.core.rebuild.StoredFact.Fate;
import dev.patchbay.core.rebuild.StoredFact.Past;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.core.route.Route;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes of stored events what their deliveries made, or would have made: matched, enriched and
 * mapped as routes do it today, folded by version. Thread-safe.
 */
public final class EventFold {
  private final StoredEvents events;
  private final Fetching fetching;
  private final RebuildStore store;

  public EventFold(StoredEvents events, Fetching fetching, RebuildStore store) {
    this.events = events;
    this.fetching = fetching;
    this.store = store;
  }

  /** Fetches what events lack; asked only where a route wants something. */
  @FunctionalInterface
  public interface Fetching {
    /** One result for each event, in their order. */
    List<Enriched> enrich(List<Enricher.Wanted> events);
  }

  /** What came of some events. */
  public sealed interface Result {
    /**
     * They are folded.
     *
     * @param unfit of how many of them no row can be made
     */
    record Folded(List<FoldedKey> keys, int unfit) implements Result {}

    /** A service has to say something first. */
    record Later(Cause cause, Duration pause) implements Result {}
  }

  /** An event that a route takes. */
  private record Wanted(StoredFact fact, Envelope event, Route route, RowPlace place) {}

  /** Folds events on top of what a build holds. */
  public Result fold(Build build, List<StoredFact> facts, FillingRoutes routes) {
    var wanted = new ArrayList<Wanted>();
    int unfit = 0;
    for (var fact : facts) {
      var event = events.read(fact.payload());
      var match = routes.match(event);
      unfit += match.faults().isEmpty() ? 0 : 1;
      match.routed().stream()
          .filter(routed -> isToBeSeen(fact, routed))
          .map(routed -> wanted(fact, event, routed, routes))
          .forEach(wanted::add);
    }
    var enriched = enriched(wanted);
    var later = enriched.stream().flatMap(one -> one.later().stream()).findFirst();
    return later.isPresent()
        ? new Result.Later(later.get().cause(), later.get().pause())
        : folded(build, facts, new Enrichment(wanted, enriched), unfit);
  }

  /** What its lane or a person decides yet is not: it will be written where it is decided. */
  private static boolean isToBeSeen(StoredFact fact, Routed routed) {
    return fact.of(routed.route()).map(past -> past.fate() == Fate.DONE).orElse(true);
  }

  private static Wanted wanted(
      StoredFact fact, Envelope event, Routed routed, FillingRoutes routes) {
    var place = new RowPlace(routed.lane(), routed.key());
    return new Wanted(fact, event, routes.route(routed.route()), place);
  }

  private List<Enriched> enriched(List<Wanted> wanted) {
    if (wanted.stream().allMatch(one -> one.route().enrichments().isEmpty())) {
      return wanted.stream().map(_ -> Enriched.NOTHING).toList();
    }
    return fetching.enrich(
        wanted.stream()
            .map(one -> new Enricher.Wanted(one.event(), one.route().enrichments()))
            .toList());
  }

  private record Enrichment(List<Wanted> wanted, List<Enriched> found) {}

  private Result folded(
      Build build, List<StoredFact> facts, Enrichment enrichment, int unfitBefore) {
    var keys = new FoldingKeys(store.marks(build, places(facts, enrichment.wanted())));
    var unreadable = new HashSet<StoredFact>();
    for (int i = 0; i < enrichment.wanted().size(); i++) {
      var one = enrichment.wanted().get(i);
      var row = row(build, one, enrichment.found().get(i));
      if (row.isEmpty()) {
        unreadable.add(one.fact());
      } else {
        add(keys, one, row.get());
      }
    }
    facts.stream()
        .filter(fact -> !unreadable.contains(fact))
        .flatMap(fact -> fact.past().stream())
        .filter(past -> past.fate() == Fate.DONE)
        .forEach(past -> keys.seen(past.place(), past.seq()));
    return new Result.Folded(keys.all(), unfitBefore + unreadable.size());
  }

  private static Set<RowPlace> places(List<StoredFact> facts, List<Wanted> wanted) {
    var places = wanted.stream().map(Wanted::place).collect(Collectors.toSet());
    facts.stream().flatMap(fact -> fact.past().stream()).map(Past::place).forEach(places::add);
    return places;
  }

  /** Empty if none can be made; a lane parks such an event. */
  private Optional<Row> row(Build build, Wanted one, Enriched enriched) {
    if (enriched.fault().isPresent()) {
      return Optional.empty();
    }
    var mapping = one.route().mapping();
    return switch (mapping.map(one.place().key(), one.event(), enriched.found())) {
      case Mapped.Good(var row) ->
          Optional.of(row)
              .filter(it -> store.takes(build.aim().dataset(), it, mapping.layout().keyColumn()));
      case Mapped.Bad _ -> Optional.empty();
    };
  }

  private void add(FoldingKeys keys, Wanted one, Row row) {
    var delivered = one.fact().of(one.route().id()).map(Past::seq).or(one.fact()::applied);
    long seq = delivered.orElseGet(one.fact()::undelivered);
    keys.add(one.place(), row, events.version(one.event(), seq));
    keys.seen(one.place(), seq);
  }
}
