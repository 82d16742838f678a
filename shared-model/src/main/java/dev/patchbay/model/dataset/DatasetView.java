package dev.patchbay.model.dataset;

import dev.patchbay.model.route.PiiPolicy;
import java.util.List;

/**
 * A dataset as it is shown to who asks.
 *
 * @param filled whether it holds anything yet
 */
public record DatasetView(String name, boolean filled, List<Field> fields) {
  public DatasetView {
    fields = List.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param usual what it tells of people unless the policy says otherwise
   * @param pii what it tells of people
   * @param show how its values are shown to who asks
   */
  public record Field(String id, String header, PiiClass usual, PiiClass pii, PiiPolicy show) {}
}
