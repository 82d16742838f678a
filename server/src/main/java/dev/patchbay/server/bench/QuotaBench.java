package dev.patchbay.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Many events of one row each to one sheet under Google's quotas: how often Google is called. */
public final class QuotaBench implements Bench {
  private static final int EVENTS = 10_000;
  private static final double MOST_WRITES = 20;

  @Override
  public String name() {
    return "quota";
  }

  @Override
  public String title() {
    return "10,000 events of one row each to one sheet, under Google's quotas";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var rig = Rig.start(Map.of())) {
      var sandbox = rig.sandboxWithQuotas();
      long start = System.nanoTime();
      rig.load(new KilobyteEvents("quota")).times(EVENTS);
      new Backlog(rig.hub()).awaitEmpty();
      var seconds = (System.nanoTime() - start) / 1e9;
      try (var api = sandbox.api()) {
        return told(api.get("/_stats").orFail(), seconds);
      }
    }
  }

  private static List<Figure> told(JsonNode stats, double seconds) {
    return List.of(
        Figure.of("write calls", stats.path("writeCalls").asDouble()).atMost(MOST_WRITES),
        Figure.of("read calls", stats.path("readCalls").asDouble()),
        Figure.of("answers 429", refused(stats.path("methods"))).atMost(0),
        Figure.of("seconds until all rows stand", seconds));
  }

  private static double refused(JsonNode methods) {
    return StreamSupport.stream(methods.spliterator(), false)
        .mapToDouble(endings -> endings.path("429").asDouble())
        .sum();
  }
}
