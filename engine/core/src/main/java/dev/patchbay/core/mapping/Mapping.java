package dev.patchbay.core.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import java.util.List;

/** A compiled mapping. Pure and thread-safe. */
public interface Mapping {
  /** The columns it fills. */
  Layout layout();

  /**
   * Makes the row of an event, or says which cells do not fit.
   *
   * @param enriched what was fetched for it, by name of the enrichment; absent where there is
   *     nothing
   */
  Mapped map(String key, Envelope event, ObjectNode enriched);

  /** The same of an event for which nothing was fetched. */
  default Mapped map(String key, Envelope event) {
    return map(key, event, Enriched.NOTHING.found());
  }

  /** Result of mapping one event. */
  sealed interface Mapped {
    /** A row whose every cell fits its column. */
    record Good(Row row) implements Mapped {}

    /** At least one value does not fit; {@code cells} holds those that do. */
    record Bad(Row cells, List<Fault> faults) implements Mapped {
      public Bad {
        faults = List.copyOf(faults);
      }
    }
  }

  /** One value that does not fit: which column, what was found, what fits. */
  record Fault(String column, String message) {}
}
