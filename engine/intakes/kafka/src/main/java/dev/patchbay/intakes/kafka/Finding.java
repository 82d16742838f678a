package dev.patchbay.intakes.kafka;

import java.util.Map;
import org.apache.kafka.common.Uuid;

/** What was found out about our topics. */
sealed interface Finding {
  /** The ids of the topics that are there, by name. */
  Map<String, Uuid> ids();

  /** All are there. */
  record Found(Map<String, Uuid> ids) implements Finding {
    public Found {
      ids = Map.copyOf(ids);
    }
  }

  /** Not all can be read, maybe none. */
  record Troubled(String reason, Map<String, Uuid> ids) implements Finding {
    public Troubled {
      ids = Map.copyOf(ids);
    }
  }
}
