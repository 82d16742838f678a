package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices entries that were trimmed before anybody got them: the stream begins after the id that
 * our group got last. Whether there was anything in between is told by what this node saw of the
 * stream before, else by the counters of Redis 7, else by nothing: "may be missing". Single entries
 * deleted by XDEL further on are not noticed. Not thread-safe.
 */
final class GapWatch {
  /** Nothing new is a proof for so long only. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Reporter reporter;
  private final Progress progress;
  private final InstantSource clock;
  private @Nullable Seen seen;
  private @Nullable StreamId reported;

  /** What came after an id at a moment. */
  private record Seen(StreamId after, Optional<StreamId> next, Instant at) {}

  GapWatch(Reporter reporter, Progress progress, InstantSource clock) {
    this.reporter = reporter;
    this.progress = progress;
    this.clock = clock;
  }

  /** Remembers what comes next after an id, empty for nothing yet. */
  void note(StreamId after, Optional<StreamId> next) {
    seen = new Seen(after, next, clock.instant());
  }

  /** Reports a gap, each one once. */
  void check(Look.Ready look) throws InterruptedException {
    var after = look.group().delivered();
    if (after.equals(reported) || !isSuspicious(look)) {
      return;
    }
    var missing = missing(look);
    if (missing.isPresent()) {
      reporter.report(Kind.TRIMMED_UNREAD, detail(look, missing.get()));
      reported = after;
    }
  }

  /**
   * Whether the stream begins later than our group stands. A group at the very beginning got
   * nothing yet: what went before it is no gap, unless the hub knew the stream when it was empty.
   */
  private boolean isSuspicious(Look.Ready look) {
    var after = look.group().delivered();
    if (after.equals(StreamId.ZERO) && progress.known().filter(StreamId.ZERO::equals).isEmpty()) {
      return false;
    }
    return look.stream()
        .first()
        .map(first -> first.isAfter(after.next()))
        .orElseGet(() -> look.stream().last().isAfter(after));
  }

  /** How many are missing, for a person; empty if none is. */
  private Optional<String> missing(Look.Ready look) {
    var counted = byCounters(look);
    return switch (bySight(look)) {
      case NONE -> Optional.empty();
      case SOME ->
          counted
              .filter(count -> count > 0)
              .map(GapWatch::counted)
              .or(() -> Optional.of("how many is not known"));
      case UNKNOWN ->
          counted.isPresent()
              ? counted.filter(count -> count > 0).map(GapWatch::counted)
              : guess(look);
    };
  }

  private static String counted(long count) {
    return "by Redis's count " + count;
  }

  /** A group that got nothing yet stands before the first entry without any gap. */
  private static Optional<String> guess(Look.Ready look) {
    return look.group().delivered().equals(StreamId.ZERO)
        ? Optional.empty()
        : Optional.of("it may be that there were none");
  }

  private enum Verdict {
    NONE,
    SOME,
    UNKNOWN
  }

  private Verdict bySight(Look.Ready look) {
    var first = look.stream().first();
    if (first.isEmpty()) {
      return Verdict.SOME;
    }
    if (seen == null || !seen.after().equals(look.group().delivered())) {
      return Verdict.UNKNOWN;
    }
    if (seen.next().isPresent()) {
      return first.get().isAfter(seen.next().get()) ? Verdict.SOME : Verdict.NONE;
    }
    boolean fresh = clock.instant().isBefore(seen.at().plus(FRESH));
    return fresh ? Verdict.NONE : Verdict.UNKNOWN;
  }

  /** All that were added later than what our group got are left if nothing is missing. */
  private static Optional<Long> byCounters(Look.Ready look) {
    var group = look.group();
    var read = group.delivered().equals(StreamId.ZERO) ? 0L : group.read().orElse(-1);
    var added = look.stream().added();
    return added.isEmpty() || read < 0
        ? Optional.empty()
        : Optional.of(added.getAsLong() - read - look.stream().length());
  }

  private static String detail(Look.Ready look, String missing) {
    return "Entries after "
        + look.group().delivered()
        + look.stream().first().map(first -> " and before " + first).orElse("")
        + " were trimmed or deleted before the hub read them; "
        + missing
        + ".";
  }
}
