package dev.patchbay.server.bench.sink;

import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.bench.Bench;
import dev.patchbay.server.bench.BrokerReading;
import dev.patchbay.server.bench.Figure;
import dev.patchbay.server.bench.KilobyteEvents;
import dev.patchbay.server.bench.Medians;
import dev.patchbay.server.bench.Rig;
import dev.patchbay.server.bench.Scale;
import dev.patchbay.server.child.ChildProcess;
import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.channel.Via;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From Kafka through the inbox to a service that answers at once: a topic is filled while nobody
 * reads it, then read and delivered while nobody writes. With few keys, with one for each event,
 * and with a second server beside the first.
 */
public final class ThroughputBench implements Bench {
  private static final String PATH = "/taken";
  private static final int LANES = 4;
  private static final int ROWS = 1_000;
  private static final int FEW = 100;
  private static final double LEAST = 10_000;
  private static final double LEAST_SHARE = 0.9;

  @Override
  public String name() {
    return "throughput";
  }

  @Override
  public String title() {
    return "1 KB events from Kafka to a service that takes a thousand rows at once";
  }

  @Override
  public List<Figure> run(Scale scale) {
    var directory = "kafka";
    try (var rig = Rig.start(Map.of());
        var sink = SinkChild.start(rig.workspace(), Duration.ZERO);
        var kafka =
            Via.KAFKA
                .broker(DemoDirectory.kept(rig.workspace().resolve(directory)))
                .orElseThrow()) {
      new HttpRoute(PATH, LANES, ROWS, WriteMode.APPEND).create(rig.hub(), sink.uri());
      var running = new Running(new BrokerReading(rig.hub(), kafka), sink, scale);
      running.warmUp();
      var few = new ArrayList<Double>();
      var many = new ArrayList<Double>();
      for (int round = 0; round < scale.rounds(); round++) {
        few.add(running.round(FEW));
        many.add(running.round(Long.MAX_VALUE));
      }
      return told(few, many, running.beside(rig));
    }
  }

  private record Running(BrokerReading reading, SinkChild sink, Scale scale) {
    void warmUp() {
      for (int round = 0; round < scale.warmUps() / 2; round++) {
        round(Long.MAX_VALUE);
      }
    }

    /** Events a second from the first that is accepted to the last that is delivered. */
    double round(long keys) {
      reading.fill(new KilobyteEvents("throughput", keys), scale.read());
      long before = reading.accepted();
      reading.begin();
      long start = reading.awaitAccepted(before + 1);
      long first = reading.accepted() - before;
      sink.await(PATH, scale.read());
      double seconds = (System.nanoTime() - start) / 1e9;
      sink.told(PATH);
      reading.end();
      return (scale.read() - first) / seconds;
    }

    /** The same with a second server. */
    List<Double> beside(Rig rig) {
      var rates = new ArrayList<Double>();
      try (ChildProcess _ = rig.anotherServer()) {
        warmUp();
        for (int round = 0; round < scale.rounds(); round++) {
          rates.add(round(Long.MAX_VALUE));
        }
      }
      return rates;
    }
  }

  private static List<Figure> told(List<Double> few, List<Double> many, List<Double> beside) {
    double one = Medians.of(many, Double::doubleValue);
    double two = Medians.of(beside, Double::doubleValue);
    return List.of(
        Figure.of("delivered events/s, a key for each", one).atLeast(LEAST),
        Figure.of("delivered events/s, 100 keys", Medians.of(few, Double::doubleValue)),
        Figure.of(
                "a key for each, as a share of 100 keys",
                one / Medians.of(few, Double::doubleValue))
            .atLeast(LEAST_SHARE),
        Figure.of("delivered events/s, two servers on the same cores", two),
        Figure.of("two servers, as a share of one", two / one));
  }
}
