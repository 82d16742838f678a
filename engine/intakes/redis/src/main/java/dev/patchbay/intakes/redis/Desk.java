package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.Incident.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where entries pass from Redis to the hub: brought, stored, and only then acknowledged. Outlives
 * connections. Not thread-safe.
 */
final class Desk {
  private static final int MOST_IDS = 20;
  private final EntryFormat format;
  private final Optional<String> refusedStream;
  private final Handover handover;
  private final Reporter reporter;
  private final Progress progress;

  /** Stored, but Redis may not know yet; kept so that a lost connection makes no gap of it. */
  private @Nullable Settlement owed;

  Desk(RedisSettings settings, Handover handover, Reporter reporter, Progress progress) {
    format = new EntryFormat(settings.stream());
    refusedStream = settings.refusedStream();
    this.handover = handover;
    this.reporter = reporter;
    this.progress = progress;
  }

  /**
   * Takes what was handed out, and returns once Redis knows that it is done.
   *
   * @param meanwhile runs now and then while the hub takes nothing
   */
  void take(PendingEntries pending, Found found, Runnable meanwhile) throws InterruptedException {
    giveUp(pending, found.gone());
    if (found.entries().isEmpty()) {
      return;
    }
    var records = found.entries().stream().map(format::read).toList();
    owed = new Settlement(found.entries(), handover.store(records, meanwhile));
    settle(pending);
  }

  /** Tells Redis what it may have missed when the last connection broke. */
  void settle(PendingEntries pending) {
    if (owed != null) {
      copyRefused(pending.redis(), owed);
      pending.acknowledge(owed.ids());
      progress.reached(owed.last());
      owed = null;
    }
  }

  /** Reports entries whose content is gone, and then lets Redis forget that they are pending. */
  void giveUp(PendingEntries pending, List<StreamId> gone) throws InterruptedException {
    if (!gone.isEmpty()) {
      reporter.report(Kind.TRIMMED_WHILE_PENDING, detail(gone));
      pending.acknowledge(gone);
    }
  }

  /** Before the acknowledgement: nobody gets to see them after it. */
  private void copyRefused(RedisConnection redis, Settlement settlement) {
    refusedStream.ifPresent(
        target ->
            redis
                .together(settlement.refusals(format, target))
                .forEach(RedisConnection::refuseErrors));
  }

  private static String detail(List<StreamId> gone) {
    var named =
        gone.stream().limit(MOST_IDS).map(StreamId::toString).collect(Collectors.joining(", "));
    var more = gone.size() > MOST_IDS ? " and " + (gone.size() - MOST_IDS) + " more" : "";
    return "Redis had handed out entries that were trimmed or deleted before the hub noted them as"
        + " stored; they cannot be read again: "
        + named
        + more
        + ".";
  }
}
