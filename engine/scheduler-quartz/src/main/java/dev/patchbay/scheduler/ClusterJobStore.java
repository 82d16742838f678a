package dev.patchbay.scheduler;

import org.quartz.SchedulerConfigException;
import org.quartz.impl.jdbcjobstore.InvalidConfigurationException;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;

/**
 * Triggers in PostgreSQL, shared by all nodes. Quartz wants schedulers of one process to have names
 * of their own and nodes of a cluster to have the same; here the cluster's is a constant. Public as
 * Quartz sets its properties by reflection.
 */
@SuppressWarnings("unchecked") // a method of Quartz's own is raw
public final class ClusterJobStore extends JobStoreTX {
  /** Stands in every row: not to be changed. */
  private static final String CLUSTER = "patchbay";

  private ClusterJobStore() {}

  /**
   * Not started yet.
   *
   * @param pool name of the connection provider
   */
  static ClusterJobStore of(String pool, ScheduleClock.Pace pace) throws SchedulerConfigException {
    var store = new ClusterJobStore();
    store.setDataSource(pool);
    store.setTablePrefix("qrtz_");
    store.setIsClustered(true);
    store.setAcquireTriggersWithinLock(true);
    store.setClusterCheckinInterval(pace.checkIn().toMillis());
    store.setMisfireThreshold(pace.late().toMillis());
    store.setUseProperties("true");
    try {
      store.setDriverDelegateClass(PostgreSQLDelegate.class.getName());
      store.setDriverDelegateInitString(
          "triggerPersistenceDelegateClasses=" + ZonedCronDelegate.class.getName());
    } catch (InvalidConfigurationException unfit) {
      throw new SchedulerConfigException("the tables of triggers cannot be used", unfit);
    }
    return store;
  }

  @Override
  public String getInstanceName() {
    return CLUSTER;
  }

  @Override
  public void setInstanceName(String ofThisProcess) {
    super.setInstanceName(CLUSTER);
  }
}
