package dev.patchbay.connectors.graph;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files and folders of a drive as SharePoint keeps them: by path, in any case. Refuses names by a
 * list of its own, which is not the connector's. Guarded by itself.
 */
final class StandInDrive {
  /** What has a path: bytes, or none of a folder. */
  record Thing(String path, Optional<byte[]> content) {}

  private final Map<String, Thing> things = new TreeMap<>();
  private final Set<String> locked = new TreeSet<>();
  private boolean full;

  synchronized void lock(String path) {
    locked.add(key(path));
  }

  synchronized void fill() {
    full = true;
  }

  synchronized Optional<Thing> find(String path) {
    return path.isEmpty()
        ? Optional.of(new Thing("", Optional.empty()))
        : Optional.ofNullable(things.get(key(path)));
  }

  /** Paths of the files. */
  synchronized Set<String> files() {
    var files = new TreeSet<String>();
    things.values().stream()
        .filter(thing -> thing.content().isPresent())
        .forEach(thing -> files.add(thing.path()));
    return files;
  }

  synchronized void makeFolder(String path) {
    demandName(path);
    demandParent(path);
    if (find(path).isPresent()) {
      throw StandInAnswer.error(409, "nameAlreadyExists");
    }
    things.put(key(path), new Thing(path, Optional.empty()));
  }

  /** Refuses what could not be put now. */
  synchronized void demandPlace(String path, String onConflict) {
    demandName(path);
    demandParent(path);
    if (locked.contains(key(path))) {
      throw StandInAnswer.error(423, "resourceLocked");
    }
    if (full) {
      throw StandInAnswer.error(507, "quotaLimitReached");
    }
    var there = find(path);
    boolean taken = there.isPresent() && onConflict.equals("fail");
    if (taken || there.filter(thing -> thing.content().isEmpty()).isPresent()) {
      throw StandInAnswer.error(409, "nameAlreadyExists");
    }
  }

  /** Puts a file; whether none stood there. */
  synchronized boolean put(String path, byte[] content, String onConflict) {
    demandPlace(path, onConflict);
    var old = find(path);
    var name = old.map(Thing::path).orElse(path);
    things.put(key(path), new Thing(name, Optional.of(content)));
    return old.isEmpty();
  }

  private void demandParent(String path) {
    int slash = path.lastIndexOf('/');
    var parent = find(slash < 0 ? "" : path.substring(0, slash));
    if (parent.isEmpty()) {
      throw StandInAnswer.error(404, "itemNotFound");
    }
    if (parent.get().content().isPresent()) {
      throw StandInAnswer.error(409, "nameAlreadyExists");
    }
  }

  private static void demandName(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1);
    boolean refused =
        name.matches(".*[\"*:<>?\\\\|].*")
            || name.matches("^\\s.*|.*\\s$|.*\\.$|^~\\$.*|.*_vti_.*")
            || name.matches("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]|desktop\\.ini|\\.lock");
    if (refused) {
      throw StandInAnswer.error(400, "invalidRequest");
    }
  }

  private static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }
}
