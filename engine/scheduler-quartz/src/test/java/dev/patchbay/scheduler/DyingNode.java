package dev.patchbay.scheduler;

import dev.patchbay.core.schedule.DueRuns;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.Database;
import dev.patchbay.store.DatabaseOptions;
import dev.patchbay.store.config.ConfigStores;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node that is gone at once when it is told that a schedule is due. */
final class DyingNode implements DueRuns {
  private DyingNode() {}

  /** Arguments: URL, user and password of the database. */
  public static void main(String[] arguments) throws InterruptedException {
    var database = Database.open(new DatabaseOptions(arguments[0], arguments[1], arguments[2], 10));
    var config = new ConfigStores(database, InstantSource.system());
    var parts =
        new ScheduleClock.Parts(
            database.dataSource(), config.schedules(), new DyingNode(), () -> {});
    ScheduleClock.start(parts, "dying", ScheduleClockIT.FAST);
    System.out.println("dying node ready");
    Thread.currentThread().join();
  }

  @Override
  public boolean due(String schedule, Instant at) {
    Runtime.getRuntime().halt(7);
    return false;
  }

  @Override
  public Optional<RunView> now(String schedule, String who, @Nullable String once) {
    return Optional.empty();
  }

  @Override
  public Optional<RunView> newest(String schedule) {
    return Optional.empty();
  }

  @Override
  public Map<String, RunView> newest() {
    return Map.of();
  }
}
