package dev.patchbay.server.issuing.maker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was made a moment ago and is asked for soon, or never. Only a few: the oldest makes room.
 * Thread-safe.
 */
public final class RecentlyMade<K, V> {
  private static final int MOST = 8;

  private final Map<K, V> all = new LinkedHashMap<>();

  public synchronized void keep(K key, V made) {
    all.put(key, made);
    while (all.size() > MOST) {
      all.remove(all.keySet().iterator().next());
    }
  }

  public synchronized Optional<V> take(K key) {
    return Optional.ofNullable(all.remove(key));
  }
}
