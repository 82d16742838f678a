package dev.patchbay.scheduler;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;

/** Quartz on this node. */
final class QuartzNode {
  private static final int THREADS = 2;
  private static final @Nullable String NO_RMI = null;

  private QuartzNode() {}

  /**
   * Makes a scheduler, which does not run yet.
   *
   * @param node what people know this node by
   * @param due told of each firing
   */
  static Scheduler create(
      DataSource database, String node, ScheduleClock.Pace pace, BiConsumer<String, Instant> due)
      throws SchedulerException {
    var name = node + " " + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(name, new SharedPool(database));
    var threads = new SimpleThreadPool(THREADS, Thread.NORM_PRIORITY);
    threads.setMakeThreadsDaemons(true);
    threads.setThreadNamePrefix("due");
    var factory = DirectSchedulerFactory.getInstance();
    factory.createScheduler(
        name,
        name,
        threads,
        ClusterJobStore.of(name, pace),
        NO_RMI,
        0,
        pace.look().toMillis(),
        pace.look().toMillis());
    var scheduler = factory.getScheduler(name);
    scheduler.setJobFactory((_, _) -> new DueJob(due));
    return scheduler;
  }
}
