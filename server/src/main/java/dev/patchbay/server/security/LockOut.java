package dev.patchbay.server.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns away who keeps presenting wrong keys: an address is locked out of one key id after a few
 * failures, and out of all after many. Failures older than the window are forgotten; so are the
 * oldest entries of a full table. Thread-safe.
 */
public final class LockOut {
  private static final int PER_KEY = 5;
  private static final int PER_ADDRESS = 50;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final LinkedHashMap<Who, Failures> table = new LinkedHashMap<>();

  public LockOut(InstantSource clock) {
    this.clock = clock;
  }

  /** How long the caller has to wait, empty if not at all. */
  public synchronized Optional<Duration> remaining(String address, String keyId) {
    var byKey = wait(new Who(address, keyId), PER_KEY);
    return byKey.isPresent() ? byKey : wait(new Who(address, null), PER_ADDRESS);
  }

  /** Notes a wrong key. */
  public synchronized void failed(String address, String keyId) {
    count(new Who(address, keyId));
    count(new Who(address, null));
  }

  /** Notes a right key: earlier mistakes with it are forgiven. */
  public synchronized void succeeded(String address, String keyId) {
    if (!table.isEmpty()) {
      table.remove(new Who(address, keyId));
    }
  }

  private Optional<Duration> wait(Who who, int limit) {
    var failures = table.get(who);
    if (failures == null || failures.count < limit) {
      return Optional.empty();
    }
    var left = Duration.between(clock.instant(), failures.last.plus(WINDOW));
    if (left.isPositive() && left.compareTo(WINDOW) <= 0) {
      return Optional.of(left);
    }
    table.remove(who); // its time is over, or the clock was set back
    return Optional.empty();
  }

  private void count(Who who) {
    var now = clock.instant();
    var earlier = table.remove(who);
    boolean counts = earlier != null && now.isBefore(earlier.last.plus(WINDOW));
    table.put(who, new Failures(earlier != null && counts ? earlier.count + 1 : 1, now));
    if (table.size() > MOST) {
      table.pollFirstEntry();
    }
  }

  /** Who fails; without a key id it stands for every key from that address. */
  private record Who(String address, @Nullable String keyId) {}

  private record Failures(int count, Instant last) {}
}
