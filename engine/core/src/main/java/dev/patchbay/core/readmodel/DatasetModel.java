package dev.patchbay.core.readmodel;

import dev.patchbay.core.readmodel.RequestModel.Seen;
import dev.patchbay.core.readmodel.RequestModel.Standing;
import dev.patchbay.model.dataset.DatasetPage;
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
}
