package dev.patchbay.server.chaos.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Makes facts of the keys of one broker. Not thread-safe. */
public final class Facts {
  /** Columns besides the key; each fact sets some of them. */
  public static final List<String> COLUMNS = List.of("title", "status", "description");

  private static final int KEYS = 25;

  private final String prefix;
  private final RandomGenerator chance;
  private final Map<String, Integer> versions = new HashMap<>();

  /**
   * Starts with version 1 of every key.
   *
   * @param prefix what all keys begin with
   */
  public Facts(String prefix) {
    this.prefix = prefix;
    this.chance = new SplittableRandom(prefix.hashCode());
  }

  /** The next ones. */
  public List<Fact> next(int count) {
    return IntStream.range(0, count).mapToObj(_ -> next()).toList();
  }

  private Fact next() {
    var key = prefix + "-" + chance.nextInt(KEYS);
    int version = versions.merge(key, 1, Integer::sum);
    var cells = new HashMap<String, String>();
    for (var column : COLUMNS) {
      if (chance.nextBoolean()) {
        cells.put(column, column + " " + version);
      }
    }
    return new Fact(key, version, cells);
  }
}
