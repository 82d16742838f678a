package dev.patchbay.core.cleanup;

import dev.patchbay.model.job.CleanUp;
import org.jspecify.annotations.Nullable;

/** What is removed once it is old enough, in the order in which it is. */
public enum OldThing {
  RUN_FILES("runFiles", "files of runs", 1),
  RUNS("runs", "runs", OldThing.DEDUPED),
  IMPORTS("imports", "imports", OldThing.DEDUPED),
  UNREADABLE("unreadable", "unreadable records", OldThing.DEDUPED),
  INCIDENTS("incidents", "incidents", 7),
  EVENTS("events", "events", OldThing.DEDUPED),
  DOCUMENTS("documents", "documents", OldThing.DEDUPED);

  /**
   * Days for which something may come again that is known by it: what falls due is made up for for
   * thirty, and so long events are known again at least.
   */
  private static final int DEDUPED = 31;

  private final String field;
  private final String words;
  private final int floor;

  OldThing(String field, String words, int floor) {
    this.field = field;
    this.words = words;
    this.floor = floor;
  }

  /** Where an order names it. */
  public String field() {
    return field;
  }

  /** What it is, for people. */
  public String words() {
    return words;
  }

  /** Days that it is kept for at least. */
  public int floor() {
    return floor;
  }

  /** Days after which an order has it removed, null if it is left alone. */
  public @Nullable Integer days(CleanUp order) {
    return switch (this) {
      case RUN_FILES -> order.runFiles();
      case RUNS -> order.runs();
      case IMPORTS -> order.imports();
      case UNREADABLE -> order.unreadable();
      case INCIDENTS -> order.incidents();
      case EVENTS -> order.events();
      case DOCUMENTS -> order.documents();
    };
  }
}
