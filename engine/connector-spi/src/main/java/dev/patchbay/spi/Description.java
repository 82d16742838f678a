package dev.patchbay.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a target looks like, or why it cannot be looked at. */
public sealed interface Description {
  /**
   * It is there.
   *
   * @param title for a person
   * @param uri where a person can open it, null if nowhere
   */
  record Found(String title, @Nullable String uri, List<Place> columns) implements Description {
    public Found {
      columns = List.copyOf(columns);
    }
  }

  /** It cannot be described. */
  record NotFound(Cause cause) implements Description {}

  /**
   * One real column.
   *
   * @param place where it stands, for example {@code C}
   * @param columnId the mapping column anchored here, null if none
   */
  record Place(String place, String header, @Nullable String columnId) {}
}
