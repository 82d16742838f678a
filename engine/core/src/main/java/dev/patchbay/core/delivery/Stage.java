package dev.patchbay.core.delivery;

/** Points in the way of an event at which a crash is most telling. */
public enum Stage {
  /** Events are stored; their sender has no answer yet. */
  AFTER_ACCEPT_COMMIT,
  /** The intent is committed; nothing was sent. */
  AFTER_INTENT,
  /** The far side has the batch; nobody knows here. */
  AFTER_SEND,
  /** The answer is known; nothing of it is stored. */
  BEFORE_OUTCOME_COMMIT;

  /** Told of every stage as it is reached. Thread-safe. */
  @FunctionalInterface
  public interface Hook {
    /** Does nothing: the product as it runs. */
    Hook NONE = stage -> {};

    /** Called at a stage, on the thread that does the work. */
    void reached(Stage stage);
  }
}
