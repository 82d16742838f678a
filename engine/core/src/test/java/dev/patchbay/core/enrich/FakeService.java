package dev.patchbay.core.enrich;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.spi.service.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A core service in memory that answers, fails and dawdles as it is told. */
public final class FakeService implements Service {
  public static final Cause DOWN = new Cause("down", "it does not answer; see that it runs");

  private final Map<String, String> things = new ConcurrentHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private volatile @Nullable Fetched instead;
  private volatile @Nullable Semaphore gate;
  private volatile boolean broken;
  private int running;
  private int mostRunning;

  /** It has this, written with single quotes. */
  public void has(String path, String json) {
    things.put(path, json.replace('\'', '"'));
  }

  /** It answers this, whatever it is asked for. */
  public void answers(Fetched answer) {
    instead = answer;
  }

  /** It is down. */
  public void goesDown() {
    answers(new Fetched.Unavailable(DOWN, Duration.ZERO));
  }

  /** It has a bug. */
  public void breaks() {
    broken = true;
  }

  /** It answers what it has. */
  public void recovers() {
    instead = null;
  }

  /** Calls stay unanswered until they are let go. */
  public void dawdles() {
    gate = new Semaphore(0);
  }

  /** So many calls are answered. */
  public void letsGo(int more) {
    var waiting = gate;
    if (waiting != null) {
      waiting.release(more);
    }
  }

  /** Paths that it was asked for, in the order of the calls. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** Most calls at one time. */
  public synchronized int mostAtOnce() {
    return mostRunning;
  }

  /** Calls that have no answer yet. */
  synchronized int running() {
    return running;
  }

  @Override
  public Fetched fetch(String path, Deadline deadline) {
    begin(path);
    try {
      var waiting = gate;
      if (waiting != null) {
        waiting.acquireUninterruptibly();
      }
      return answer(path);
    } finally {
      end();
    }
  }

  private Fetched answer(String path) {
    if (broken) {
      throw new IllegalStateException("a bug");
    }
    var told = instead;
    if (told != null) {
      return told;
    }
    var thing = things.get(path);
    return thing == null
        ? new Fetched.Missing()
        : new Fetched.Found(thing.getBytes(StandardCharsets.UTF_8));
  }

  private synchronized void begin(String path) {
    calls.add(path);
    running++;
    mostRunning = Math.max(mostRunning, running);
  }

  private synchronized void end() {
    running--;
  }

  @Override
  public List<CheckReport.Step> check() {
    return List.of();
  }

  @Override
  public void close() {}
}
