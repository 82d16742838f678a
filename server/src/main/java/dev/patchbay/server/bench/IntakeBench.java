package dev.patchbay.server.bench;

import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.channel.Via;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From a real broker to the durable inbox: a stream is filled while nobody reads it, then read
 * while nobody writes. Contracts are checked; no route takes the events.
 */
public final class IntakeBench implements Bench {
  private static final double LEAST_FROM_KAFKA = 12_000;
  private static final double LEAST_SHARE = 0.4;

  @Override
  public String name() {
    return "intakes";
  }

  @Override
  public String title() {
    return "1 KB events from Redis Streams and Kafka into the inbox";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var rig = Rig.start(Map.of());
        var floor = RawFloor.on(rig.postgres(), new KilobyteEvents("floor"))) {
      var plain = new ArrayList<Double>();
      var redis = rates(rig, Via.REDIS, scale, floor, plain);
      var kafka = rates(rig, Via.KAFKA, scale, floor, plain);
      return told(median(plain), median(redis), median(kafka));
    } catch (SQLException failure) {
      throw new IllegalStateException("the floor cannot be measured", failure);
    }
  }

  /** Events a second of each round that counts; floor and server take turns. */
  private static List<Double> rates(
      Rig rig, Via via, Scale scale, RawFloor floor, List<Double> plain) throws SQLException {
    var directory = DemoDirectory.kept(rig.workspace().resolve(via.name()));
    var rates = new ArrayList<Double>();
    try (var channel = via.broker(directory).orElseThrow()) {
      var reading = new BrokerReading(rig.hub(), channel);
      var events = new KilobyteEvents(via.name());
      for (int round = -scale.warmUps() / 2; round < scale.rounds(); round++) {
        double rate = round(reading, events, scale.read());
        double bulk = floor.bulkPerSecond(scale.read());
        floor.clear();
        if (round >= 0) {
          rates.add(rate);
          plain.add(bulk);
        }
      }
    }
    return rates;
  }

  /** Events a second from the first that the hub stored to the last. */
  private static double round(BrokerReading reading, KilobyteEvents events, int count) {
    reading.fill(events, count);
    long before = reading.accepted();
    reading.begin();
    long start = reading.awaitAccepted(before + 1);
    long first = reading.accepted() - before;
    long end = reading.awaitAccepted(before + count);
    reading.end();
    return (count - first) / ((end - start) / 1e9);
  }

  private static List<Figure> told(double plain, double redis, double kafka) {
    return List.of(
        Figure.of("floor: plain PostgreSQL, commits of 1,000, events/s", plain),
        Figure.of("from Redis Streams, events/s", redis),
        Figure.of("from Redis Streams, share of the floor", redis / plain).atLeast(LEAST_SHARE),
        Figure.of("from Kafka, events/s", kafka).atLeast(LEAST_FROM_KAFKA),
        Figure.of("from Kafka, share of the floor", kafka / plain).atLeast(LEAST_SHARE));
  }

  private static double median(List<Double> rates) {
    return Medians.of(rates, Double::doubleValue);
  }
}
