package dev.patchbay.server.bench.sink;

import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Rig;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.server.bench.sink.Arrivals.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long a row takes at 300 events a second to a service that takes 20 ms for each, and what one
 * key with half of the traffic does to the others. A row is a request of its own.
 */
public final class LatencyBench implements Bench {
  private static final Duration SERVICE = Duration.ofMillis(20);
  private static final int PER_SECOND = 300;
  private static final int LANES = 32;
  private static final String PATH = "/timed";
  private static final double MOST_P50 = 100;
  private static final double MOST_P99 = 1_000;
  private static final double MOST_FOR_OTHERS = 1.5;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String title() {
    return "300 events a second by HTTP to a service that takes 20 ms for a row";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var rig = Rig.start(Map.of());
        var sink = SinkChild.start(rig.workspace(), SERVICE)) {
      new HttpRoute(PATH, LANES, 1, WriteMode.UPSERT).create(rig.hub(), sink.uri());
      var posts = new TimedPosts(rig.pacedLoad());
      warmUp(posts, sink, scale);
      var even = new ArrayList<Waits>();
      var besideHot = new ArrayList<Waits>();
      for (int round = 0; round < scale.rounds(); round++) {
        even.add(round(posts, sink, scale.load(), 0));
        besideHot.add(round(posts, sink, scale.load(), 2));
      }
      return told(even, besideHot);
    }
  }

  /**
   * The compiler takes a good part of a core for longer than it does under full load: so few events
   * make nothing hot for a while.
   */
  private static void warmUp(TimedPosts posts, SinkChild sink, Scale scale) {
    for (int round = 0; round < scale.warmUps(); round++) {
      round(posts, sink, scale.load(), 0);
    }
  }

  /** How long rows took whose keys are their own. */
  private static Waits round(TimedPosts posts, SinkChild sink, Duration time, int everyHot) {
    long posted = posts.post(PER_SECOND, time, everyHot);
    long others = everyHot == 0 ? posted : posted - posted / everyHot;
    sink.await(PATH, others);
    return sink.told(PATH).of(TimedPosts.COLD);
  }

  private static List<Figure> told(List<Waits> even, List<Waits> besideHot) {
    var p95 = Medians.of(even, Waits::p95);
    var othersP95 = Medians.of(besideHot, Waits::p95);
    return List.of(
        Figure.of("event to row p50, ms", Medians.of(even, Waits::p50)).atMost(MOST_P50),
        Figure.of("event to row p95, ms", p95),
        Figure.of("event to row p99, ms", Medians.of(even, Waits::p99)).atMost(MOST_P99),
        Figure.of("p95 of the others while one key has half of the events, ms", othersP95),
        Figure.of("the same, as a share of p95 without it", othersP95 / p95)
            .atMost(MOST_FOR_OTHERS));
  }
}
