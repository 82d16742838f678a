package dev.patchbay.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.Stage;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoSheet;
import dev.patchbay.server.demo.DemoSheet.Cell;
import dev.patchbay.server.demo.GoogleStandIn;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.rig.MortalHub;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed again and again at the worst moments, under load, while the far side does not
 * answer every fourth write. In the end every cell of the sheet is what the accepted events say.
 */
class CrashIT {
  private static final String ANY_MOMENT = "ANY_MOMENT";
  private static final int KILLS_AT_EACH_STAGE = 4;
  private static final int KILLS_AT_ANY_MOMENT = 4;
  private static final Duration DRAIN = Duration.ofMinutes(3);

  @TempDir Path directory;

  private final CrashTable table = new CrashTable();
  private final SplittableRandom chance = new SplittableRandom(11);
  private MortalHub mortal;
  private Attempts attempts;
  private GoogleStandIn google;
  private HubClient hub;
  private DemoSheet sheet;

  @BeforeEach
  void start() throws IOException {
    google = GoogleStandIn.start(SandboxOptions.inMemory().withoutQuota());
    mortal = MortalHub.start(directory, google.uri().toString());
    attempts = new Attempts(mortal.databaseUrl());
    hub = new HubClient(mortal.api(), mortal.adminKey());
    sheet = DemoSheet.create(google.client(), "Requests");
    new CrashRoute(hub, sheet).create(google);
    mortal.server().restart();
    google.breakCalls(
        Map.of("fault", "drop-after-apply", "method", "spreadsheets.batchUpdate", "rate", 0.25));
  }

  @AfterEach
  void stop() {
    hub.close();
    mortal.close();
    google.close();
  }

  @Test
  void nothingIsLostDoubledOrWrongWhereverTheServerDies() throws Exception {
    var loads =
        List.of(
            new Load("north", hub, table::unanswered), new Load("south", hub, table::unanswered));
    loads.forEach(Load::start);
    for (var moment : moments()) {
      dieAndRise(moment);
    }
    for (var load : loads) {
      load.finish();
    }
    var counts = drained();
    attempts.tellFates(table);
    System.out.println(table.inWords());

    assertThat(sorted(sheet.read())).isEqualTo(expected(loads));
    assertThat(counts.accepted()).isEqualTo(loads.stream().mapToLong(Load::events).sum());
    assertThat(of(counts, DeliveryState.DEAD)).isZero();
    assertThat(table.of(Stage.AFTER_ACCEPT_COMMIT.name(), ReceiptStatus.DUPLICATE)).isPositive();
    assertThat(table.of(Stage.AFTER_INTENT.name(), Fate.VOID)).isEqualTo(KILLS_AT_EACH_STAGE);
    assertThat(table.of(Stage.AFTER_SEND.name(), Fate.APPLIED)).isEqualTo(KILLS_AT_EACH_STAGE);
  }

  /** Each stage as often as any, and some moments that are none; in an order of chance. */
  private List<String> moments() {
    var moments = new ArrayList<String>();
    for (var stage : Stage.values()) {
      Stream.generate(stage::name).limit(KILLS_AT_EACH_STAGE).forEach(moments::add);
    }
    Stream.generate(() -> ANY_MOMENT).limit(KILLS_AT_ANY_MOMENT).forEach(moments::add);
    for (int i = moments.size() - 1; i > 0; i--) {
      moments.set(i, moments.set(chance.nextInt(i + 1), moments.get(i)));
    }
    return moments;
  }

  private void dieAndRise(String moment) throws IOException, SQLException {
    table.dying(moment);
    if (moment.equals(ANY_MOMENT)) {
      Pause.of(Duration.ofMillis(chance.nextInt(300)));
      mortal.server().dieNow();
    } else {
      mortal.server().dieAt(Stage.valueOf(moment));
    }
    table.killed();
    attempts.noteOpen(moment);
    mortal.server().rise();
  }

  private DeliveryCounts drained() {
    return Eventually.within(DRAIN)
        .get(
            "deliveries are still open",
            () -> Optional.of(hub.counts().orFail()).filter(CrashIT::nothingOpen));
  }

  private static boolean nothingOpen(DeliveryCounts counts) {
    return of(counts, DeliveryState.PENDING) + of(counts, DeliveryState.UNKNOWN) == 0;
  }

  private static long of(DeliveryCounts counts, DeliveryState state) {
    return counts.byState().getOrDefault(state, 0L);
  }

  private List<List<Cell>> expected(List<Load> loads) {
    var rows = new ArrayList<List<Cell>>();
    rows.add(CrashRoute.columns().map(Cell::text).toList());
    loads.forEach(load -> rows.addAll(load.rows()));
    return sorted(rows);
  }

  /** By key, the header first; short rows filled up. */
  private static List<List<Cell>> sorted(List<List<Cell>> rows) {
    var body = new ArrayList<>(rows.subList(1, rows.size()));
    body.sort(Comparator.comparing(row -> row.getFirst().text()));
    body.addFirst(rows.getFirst());
    return body.stream().map(CrashIT::filled).toList();
  }

  private static List<Cell> filled(List<Cell> row) {
    var missing = Stream.generate(() -> Cell.EMPTY).limit(Load.COLUMNS.size() + 1L - row.size());
    return Stream.concat(row.stream(), missing).toList();
  }
}
