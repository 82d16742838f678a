package dev.patchbay.server.bench.sink;

import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.KilobyteEvents;
import dev.patchbay.server.bench.Load;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Rig;
import dev.patchbay.server.bench.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Twenty services get every event; one of them fails. What do the others lose? */
public final class NeighboursBench implements Bench {
  private static final int SERVICES = 20;
  private static final int ROWS = 100;
  private static final int EVENTS_OF_A_ROUND = 2_000;
  private static final double LEAST_SHARE = 0.9;
  private static final List<String> PATHS =
      IntStream.range(0, SERVICES).mapToObj(i -> "/service-" + i).toList();

  @Override
  public String name() {
    return "neighbours";
  }

  @Override
  public String title() {
    return "1 KB events to twenty services, of which one fails";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var rig = Rig.start(Map.of());
        var sink = SinkChild.start(rig.workspace(), Duration.ZERO)) {
      for (var path : PATHS) {
        new HttpRoute(path, 1, ROWS, WriteMode.APPEND).create(rig.hub(), sink.uri());
      }
      var load = rig.load(new KilobyteEvents("neighbours"));
      for (int round = 0; round < scale.warmUps() / 2; round++) {
        healthy(load, sink);
      }
      var healthy = new ArrayList<Double>();
      var besideDead = new ArrayList<Double>();
      for (int round = 0; round < scale.rounds(); round++) {
        healthy.add(healthy(load, sink));
        besideDead.add(besideDead(load, sink));
      }
      return told(Medians.of(healthy, it -> it), Medians.of(besideDead, it -> it));
    }
  }

  private static double healthy(Load load, SinkChild sink) {
    var rate = round(load, sink);
    sink.await(PATHS.getLast(), EVENTS_OF_A_ROUND);
    sink.told(PATHS.getLast());
    return rate;
  }

  private static double besideDead(Load load, SinkChild sink) {
    sink.down(PATHS.getLast(), true);
    var rate = round(load, sink);
    sink.down(PATHS.getLast(), false);
    sink.await(PATHS.getLast(), EVENTS_OF_A_ROUND);
    sink.told(PATHS.getLast());
    return rate;
  }

  /** Rows a second of all services but the last. */
  private static double round(Load load, SinkChild sink) {
    long start = System.nanoTime();
    load.times(EVENTS_OF_A_ROUND);
    var others = PATHS.subList(0, SERVICES - 1);
    others.forEach(path -> sink.await(path, EVENTS_OF_A_ROUND));
    double seconds = (System.nanoTime() - start) / 1e9;
    others.forEach(sink::told);
    return others.size() * EVENTS_OF_A_ROUND / seconds;
  }

  private static List<Figure> told(double healthy, double besideDead) {
    return List.of(
        Figure.of("rows a second of nineteen, all services healthy", healthy),
        Figure.of("rows a second of nineteen, the twentieth answers 503", besideDead),
        Figure.of("share that the nineteen keep", besideDead / healthy).atLeast(LEAST_SHARE));
  }
}
