package dev.patchbay.core.intake;

import dev.patchbay.spi.intake.RawEvent;
import java.util.List;

/**
 * A record that is no CloudEvents event.
 *
 * @param record as the broker handed it out
 * @param reasons at least one, for a person
 */
public record UnreadableRecord(RawEvent record, List<String> reasons) {
  public UnreadableRecord {
    reasons = List.copyOf(reasons);
  }
}
