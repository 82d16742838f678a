package dev.patchbay.server.bench;

import dev.patchbay.server.bench.WalMeter.Use;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From an event's post to its row: 64 connections, each with one event at a time, into one sheet of
 * a sandbox without quotas.
 */
public final class DeliveryBench implements Bench {
  private static final double WANTED_PER_SECOND = 5_000;
  private static final double MOST_WAL = 3 << 10;
  private static final double MOST_COMMITS = 0.1;
  private static final double STILL_WARMING = 1.03;
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** One round: what the floor and then the server did. */
  private record Round(
      Load.Result floor,
      Load.Result accepted,
      Duration untilDelivered,
      Use perEvent,
      Map<String, Double> microsPerEvent) {
    double deliveredPerSecond() {
      return accepted.calls() / (untilDelivered.toNanos() / 1e9);
    }
  }

  @Override
  public String name() {
    return "delivery";
  }

  @Override
  public String title() {
    return "1 KB events by HTTP, 64 connections, until their rows stand in the sheet";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var rig = Rig.start(Map.of());
        var connection = rig.connect();
        var floor = RawFloor.on(rig.postgres(), new KilobyteEvents("floor"))) {
      return new Running(rig, new WalMeter(connection), floor, scale).figures();
    } catch (SQLException failure) {
      throw new IllegalStateException("the database cannot be watched", failure);
    }
  }

  private static final class Running {
    private final WalMeter meter;
    private final Scale scale;
    private final RawFloor rawFloor;
    private final Load plain;
    private final Load load;
    private final Backlog backlog;
    private final Runnable emptySheet;
    private final Cpu cpu;

    Running(Rig rig, WalMeter meter, RawFloor floor, Scale scale) {
      this.meter = meter;
      this.scale = scale;
      var sandbox = rig.sandboxWithoutQuotas(SheetRoute.ROUTE);
      this.rawFloor = floor;
      this.plain = floor.load();
      this.load = rig.load(new KilobyteEvents("load"));
      this.backlog = new Backlog(rig.hub());
      this.emptySheet = () -> sandbox.route().beginAnew(rig.hub(), SheetRoute.ROUTE);
      this.cpu = Cpu.of(rig, sandbox);
    }

    List<Figure> figures() throws SQLException {
      warmUp();
      emptySheet.run();
      var idle = meter.idlePerSecond(IDLE);
      var rounds = new ArrayList<Round>();
      for (int round = 0; round < scale.rounds(); round++) {
        rounds.add(round(idle));
      }
      return told(rounds);
    }

    /** Until the compiler is done: two rounds in a row are no faster than the best before. */
    private void warmUp() {
      double best = 0;
      int noFaster = 0;
      for (int round = 0; round < scale.warmUps() && noFaster < 2; round++) {
        double rate = load.during(scale.load()).perSecond();
        backlog.awaitEmpty();
        noFaster = rate < best * STILL_WARMING ? noFaster + 1 : 0;
        best = Math.max(best, rate);
      }
    }

    private Round round(Use idle) throws SQLException {
      var floor = plain.during(scale.load());
      rawFloor.clear();
      var before = meter.read();
      var cpuBefore = cpu.used();
      long start = System.nanoTime();
      var accepted = load.during(scale.load());
      backlog.awaitEmpty();
      var untilDelivered = Duration.ofNanos(System.nanoTime() - start);
      double events = (double) accepted.calls();
      var micros = microsPerEvent(cpuBefore, cpu.used(), events);
      var use = meter.read().since(before, idle).per(events);
      return new Round(floor, accepted, untilDelivered, use, micros);
    }

    private static Map<String, Double> microsPerEvent(
        Map<String, Duration> before, Map<String, Duration> after, double events) {
      var micros = new LinkedHashMap<String, Double>();
      after.forEach(
          (part, used) -> {
            var spent = used.minus(before.getOrDefault(part, Duration.ZERO));
            micros.put(part, spent.toNanos() / 1e3 / events);
          });
      return micros;
    }
  }

  private static List<Figure> told(List<Round> rounds) {
    var figures = new ArrayList<Figure>();
    var accepted = Medians.of(rounds, round -> round.accepted().perSecond());
    var floor = Medians.of(rounds, round -> round.floor().perSecond());
    figures.add(Figure.of("accepted events/s", accepted).atLeast(WANTED_PER_SECOND));
    figures.add(Figure.of("delivered events/s", Medians.of(rounds, Round::deliveredPerSecond)));
    figures.add(Figure.of("floor: plain PostgreSQL, stored events/s", floor));
    figures.add(Figure.of("accepted, share of the floor", accepted / floor));
    figures.add(Figure.of("answer p50, ms", latency(rounds, 50)));
    figures.add(Figure.of("answer p99, ms", latency(rounds, 99)));
    figures.add(
        Figure.of("WAL bytes an event", Medians.of(rounds, round -> round.perEvent().bytes()))
            .atMost(MOST_WAL));
    figures.add(
        Figure.of("commits an event", Medians.of(rounds, round -> round.perEvent().commits()))
            .atMost(MOST_COMMITS));
    for (var part : rounds.getFirst().microsPerEvent().keySet()) {
      figures.add(
          Figure.of(
              "CPU µs an event, " + part,
              Medians.of(rounds, round -> round.microsPerEvent().getOrDefault(part, 0.0))));
    }
    return figures;
  }

  private static double latency(List<Round> rounds, int percent) {
    return Medians.of(rounds, round -> Medians.percentile(round.accepted().millis(), percent));
  }
}
