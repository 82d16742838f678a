package dev.patchbay.connectors.sheets;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tabs as they stood after the last batch, by place. Trusted only until an answer says otherwise.
 */
final class TabCache {
  private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

  Optional<Tab> get(Place place) {
    return Optional.ofNullable(tabs.get(place.identity()));
  }

  void put(Place place, Optional<Tab> tab) {
    tab.ifPresentOrElse(known -> tabs.put(place.identity(), known), () -> forget(place));
  }

  void forget(Place place) {
    tabs.remove(place.identity());
  }
}
