package dev.patchbay.core.job;

import dev.patchbay.model.job.RunState;
import org.jspecify.annotations.Nullable;

/** Which runs; what is null does not matter. */
public record RunFilter(
    @Nullable String kind, @Nullable String schedule, @Nullable RunState state) {
  /** Those of a kind. */
  public static RunFilter ofKind(String kind) {
    return new RunFilter(kind, null, null);
  }
}
