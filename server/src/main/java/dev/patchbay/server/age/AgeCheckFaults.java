package dev.patchbay.server.age;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.AgeCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a check of ages. */
public final class AgeCheckFaults {
  private static final int MOST_DAYS = 3_650;

  private AgeCheckFaults() {}

  /** All of it, by field. */
  public static List<FieldError> of(AgeCheck check) {
    if (check.secrets() == null && check.apiKeys() == null && check.unusedKeys() == null) {
      return List.of(new FieldError("", "must say what is old after how many days"));
    }
    var faults = new ArrayList<FieldError>();
    add(faults, "/secrets", check.secrets());
    add(faults, "/apiKeys", check.apiKeys());
    add(faults, "/unusedKeys", check.unusedKeys());
    return faults;
  }

  private static void add(List<FieldError> faults, String field, @Nullable Integer days) {
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      faults.add(new FieldError(field, "must be 1 to %,d days".formatted(MOST_DAYS)));
    }
  }
}
