package dev.patchbay.server.archive;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.EventArchive;
import dev.patchbay.model.job.Period;
import dev.patchbay.server.export.Zones;
import dev.patchbay.server.export.delivery.StoreDelivery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with an archive of events.
 *
 * @param stores finds what is wrong with the place of its files
 */
public record ArchiveFaults(StoreDelivery stores) {
  /** What is not over yet would be kept in part. */
  private static final Set<Period> OVER =
      EnumSet.of(Period.YESTERDAY, Period.LAST_WEEK, Period.LAST_MONTH, Period.LAST_YEAR);

  /** All of it, by field. */
  public List<FieldError> of(EventArchive order) {
    var faults = new ArrayList<>(stores.faults(order.store(), "/store"));
    if (!OVER.contains(order.period())) {
      faults.add(new FieldError("/period", "must be one that is over: one of " + OVER));
    }
    if (order.zone() != null && !Zones.isKnown(order.zone())) {
      faults.add(new FieldError("/zone", Zones.MUST_BE));
    }
    return faults;
  }
}
