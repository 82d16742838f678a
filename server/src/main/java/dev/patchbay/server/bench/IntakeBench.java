package dev.patchbay.server.bench;

import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.channel.BrokerChannel;
import dev.patchbay.server.demo.channel.Via;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * From a real broker to the durable inbox: a stream is filled while nobody reads it, then read
 * while nobody writes. Contracts are checked; no route takes the events.
 */
final class IntakeBench implements Bench {
  private static final double LEAST_FROM_KAFKA = 12_000;
  private static final double LEAST_SHARE = 0.4;
  private static final int AT_ONCE = 1_000;

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
      var reading = new Reading(rig.hub(), channel, new KilobyteEvents(via.name()));
      for (int round = -scale.warmUps() / 2; round < scale.rounds(); round++) {
        double rate = reading.round(scale.read());
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

  /** Fills a broker and lets the hub read it, again and again. */
  private static final class Reading {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HubClient hub;
    private final BrokerChannel channel;
    private final KilobyteEvents events;
    private long filled;
    private long version;

    Reading(HubClient hub, BrokerChannel channel, KilobyteEvents events) {
      this.hub = hub;
      this.channel = channel;
      this.events = events;
      this.version = hub.createIntake(switched(false)).orFail().version();
    }

    /** Events a second from the first that the hub stored to the last. */
    double round(int count) {
      fill(count);
      long before = accepted();
      set(true);
      long start = awaitAccepted(before + 1);
      long first = accepted() - before;
      long end = awaitAccepted(before + count);
      set(false);
      return (count - first) / ((end - start) / 1e9);
    }

    private void fill(int count) {
      for (long from = filled; from < filled + count; from += AT_ONCE) {
        var batch = LongStream.range(from, from + AT_ONCE).mapToObj(events::event).toList();
        channel.send(batch).orFail();
      }
      filled += count;
    }

    private void set(boolean enabled) {
      version = hub.changeIntake(switched(enabled), version).orFail().version();
    }

    private IntakeDraft switched(boolean enabled) {
      var draft = channel.intake();
      return new IntakeDraft(
          draft.name(), draft.type(), draft.settings(), draft.secrets(), enabled);
    }

    private long accepted() {
      return hub.counts().orFail().accepted();
    }

    private long awaitAccepted(long count) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (accepted() < count) {
        if (System.nanoTime() - until > 0) {
          throw new IllegalStateException("the hub does not read on; its log says why");
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
      return System.nanoTime();
    }
  }
}
