package dev.patchbay.core.readmodel;

import dev.patchbay.core.readmodel.RequestModel.Seen;
import dev.patchbay.core.readmodel.RequestModel.Standing;
import dev.patchbay.model.dataset.DatasetPage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the read model holds, with nothing hidden: whoever hands it out reads it through {@link
 * dev.patchbay.core.dataset.VeiledDataset}. Thread-safe.
 */
public interface DatasetModel {
  /** How it stands. */
  Standing standing(Dataset dataset);

  /**
   * One page.
   *
   * @param cursor {@code next} of the page before of the same query, null for the first
   * @throws IllegalArgumentException if the cursor is none
   */
  Seen<DatasetPage> page(DatasetQuery query, @Nullable String cursor, int limit);

  /** Hands over all rows as they stand at one moment. Memory does not grow with them. */
  void each(DatasetQuery query, Reader reader);

  /** Takes rows one by one. */
  interface Reader {
    /** Whether it looks at a field; one that it does not look at may be left out. */
    default boolean wants(String field) {
      return true;
    }

    /** How many there will be, before the first. */
    void expect(long count);

    /**
     * Takes one; false if it takes no more.
     *
     * @param row values by field; what is not known is left out
     */
    boolean take(Map<String, Object> row);
  }
}
