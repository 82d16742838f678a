package dev.patchbay.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a file goes.
 *
 * @param connector name of one that takes files
 * @param path template of the path, for example {@code reports/{date:yyyy/MM}/requests-{run}.xlsx}
 * @param overwrite what happens where another file stands already
 */
public record StorePlace(
    String connector,
    String path,
    @JsonProperty(defaultValue = "REPLACE") OverwritePolicy overwrite) {
  public StorePlace {
    overwrite = overwrite == null ? OverwritePolicy.REPLACE : overwrite;
  }

  /** What happens where another file stands already. */
  public enum OverwritePolicy {
    /** The new one takes its place. */
    REPLACE,
    /** The run fails. */
    REFUSE,
    /** The new one gets a number. */
    NEW_NAME
  }
}
