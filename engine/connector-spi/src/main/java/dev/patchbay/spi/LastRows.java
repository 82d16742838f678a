package dev.patchbay.spi;

import java.util.Map;
import java.util.Set;

/**
 * What the hub has written so far, to repair a row that was overwritten by mistake. Thread-safe.
 */
@FunctionalInterface
public interface LastRows {
  /**
   * The whole row of each key as it should stand in the target; keys that were never delivered are
   * absent.
   */
  Map<String, Row> byKey(Set<String> keys);
}
