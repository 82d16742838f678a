package dev.patchbay.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.client.HubClient;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of deliveries by HTTP over a large history: every combination of filters, first page and
 * the one after it.
 */
public final class ListsBench implements Bench {
  static final String COMMON = SheetRoute.ROUTE;
  static final String RARE = "rare";

  private static final Logger LOG = LoggerFactory.getLogger(ListsBench.class);
  private static final double MOST_MILLIS = 100;

  /** A page and how long its answer took, HTTP included. */
  private record Timed(String path, double millis) {}

  @Override
  public String name() {
    return "lists";
  }

  @Override
  public String title() {
    return "The list of deliveries over a large history, every combination of filters";
  }

  @Override
  public List<Figure> run(Scale scale) {
    try (var rig = Rig.start(PlanLog.SETTINGS);
        var connection = rig.connect()) {
      var sandbox = rig.sandboxWithoutQuotas(COMMON, RARE);
      rig.hub().pause(SheetRoute.CONNECTOR).orFail();
      sandbox.process().close();
      new StoredDeliveries(connection, COMMON, RARE).store(scale.stored());
      var paths = pages(rig.hub());
      read(rig.hub(), paths);
      var answers = answers(rig.hub(), paths, scale.rounds());
      var plans = new PlanLog(rig.postgres(), log(rig)).of(() -> read(rig.hub(), paths));
      return told(scale, answers, plans);
    } catch (SQLException | IOException failure) {
      throw new IllegalStateException("the database cannot be watched", failure);
    }
  }

  private static Path log(Rig rig) {
    return rig.workspace().resolve("database").resolve("postgres.log");
  }

  /** First pages, and where there is more the ones after them. */
  private static List<String> pages(HubClient hub) {
    var pages = new ArrayList<String>();
    for (var path : ListQueries.all()) {
      pages.add(path);
      JsonNode next = hub.get(path).orFail().path("next");
      if (next.isTextual()) {
        pages.add(path + "&cursor=" + next.asText());
      }
    }
    return pages;
  }

  private static void read(HubClient hub, List<String> paths) {
    paths.forEach(path -> hub.get(path).orFail());
  }

  private static List<Timed> answers(HubClient hub, List<String> paths, int rounds) {
    var answers = new ArrayList<Timed>();
    for (var path : paths) {
      var millis = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        hub.get(path).orFail();
        millis[round] = (System.nanoTime() - start) / 1e6;
      }
      answers.add(new Timed(path, Medians.percentile(millis, 50)));
    }
    return answers;
  }

  private static List<Figure> told(Scale scale, List<Timed> answers, PlanLog.Plans plans) {
    var millis = answers.stream().mapToDouble(Timed::millis).toArray();
    answers.stream()
        .filter(answer -> answer.millis() > MOST_MILLIS)
        .forEach(answer -> LOG.warn("{} ms: {}", Math.round(answer.millis()), answer.path()));
    plans.scans().stream().distinct().forEach(table -> LOG.warn("{} is read whole", table));
    return List.of(
        Figure.of("deliveries stored", scale.stored()),
        Figure.of("pages asked for", answers.size()),
        Figure.of("answer p50, ms", Medians.percentile(millis, 50)),
        Figure.of("answer p99, ms", Medians.percentile(millis, 99)),
        Figure.of("slowest page, ms", Medians.percentile(millis, 100)).atMost(MOST_MILLIS),
        Figure.of("plans explained", plans.texts().size()).atLeast(answers.size()),
        Figure.of("sequential scans of event, delivery, attempt", plans.scans().size()).atMost(0));
  }
}
