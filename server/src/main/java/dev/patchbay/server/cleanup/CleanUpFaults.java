package dev.patchbay.server.cleanup;

import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.CleanUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is wrong with a clean-up. */
public final class CleanUpFaults {
  private static final int MOST_DAYS = 3_650;

  private CleanUpFaults() {}

  /** All of it, by field. */
  public static List<FieldError> of(CleanUp order) {
    if (Arrays.stream(OldThing.values()).allMatch(thing -> thing.days(order) == null)) {
      return List.of(new FieldError("", "must say what is removed after how many days"));
    }
    var faults = new ArrayList<FieldError>();
    for (var thing : OldThing.values()) {
      var days = thing.days(order);
      if (days != null && (days < thing.floor() || days > MOST_DAYS)) {
        faults.add(
            new FieldError(
                "/" + thing.field(), "must be %d to %,d days".formatted(thing.floor(), MOST_DAYS)));
      }
    }
    return faults;
  }
}
