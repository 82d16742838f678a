package dev.patchbay.core.delivery.queue;

import dev.patchbay.model.delivery.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One lane of a {@link FakeLanes}. */
public final class FakeLane {
  final int id;
  final int target;
  long seq;
  long wake;
  int round;
  boolean due;
  public @Nullable Long owner;
  public long fence;
  boolean paused;
  final TreeMap<Long, Row> rows = new TreeMap<>();
  final Map<Long, DeliveryState> finished = new HashMap<>();
  final Map<String, String> marks = new HashMap<>();
  public final List<Attempt> attempts = new ArrayList<>();

  FakeLane(int id, int target) {
    this.id = id;
    this.target = target;
  }

  /** An open delivery. */
  static final class Row {
    final long seq;
    final int route;
    final String key;
    final byte[] payload;
    final UUID event = UUID.randomUUID();
    DeliveryState state = DeliveryState.PENDING;
    @Nullable Instant dueAt;
    int tries;
    @Nullable String cause;

    Row(long seq, int route, String key, byte[] payload) {
      this.seq = seq;
      this.route = route;
      this.key = key;
      this.payload = payload;
    }

    boolean waits(Instant scan) {
      return dueAt != null && dueAt.isAfter(scan);
    }
  }

  /** An attempt, open while it has no end. */
  public static final class Attempt {
    final Intent intent;
    @Nullable String outcome;
    @Nullable String reason;
    boolean clean;
    boolean retired;
    Instant endedAt = Instant.MAX;

    Attempt(Intent intent) {
      this.intent = intent;
    }

    boolean hasNumberOf(Attempt other) {
      return intent.token().id() == other.intent.token().id();
    }

    boolean doubtful() {
      return !clean && !retired;
    }

    boolean holds(long seq) {
      return intent.seqs().contains(seq) || intent.covers().contains(seq);
    }
  }

  Row add(int route, String key, byte[] payload) {
    var row = new Row(++seq, route, key, payload);
    rows.put(row.seq, row);
    wakeUp();
    return row;
  }

  void wakeUp() {
    wake++;
    due = true;
  }

  void changedByOthers() {
    round++;
    wakeUp();
  }

  @Nullable Attempt open() {
    return attempts.stream().filter(attempt -> attempt.outcome == null).findFirst().orElse(null);
  }

  @Nullable Attempt open(Intent intent) {
    var open = open();
    return open != null && open.intent.token().equals(intent.token()) ? open : null;
  }

  void end(Attempt attempt, String outcome, Instant now) {
    attempt.outcome = outcome;
    attempt.endedAt = now;
  }

  Stream<Row> rowsOf(Intent intent) {
    return Stream.concat(intent.seqs().stream(), intent.covers().stream())
        .map(rows::get)
        .filter(row -> row != null);
  }

  void finish(Row row, DeliveryState state) {
    rows.remove(row.seq);
    finished.put(row.seq, state);
  }
}
