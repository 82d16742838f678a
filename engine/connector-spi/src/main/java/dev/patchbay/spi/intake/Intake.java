package dev.patchbay.spi.intake;

/**
 * A channel that events arrive by, on one node. It lives from {@link #start} to {@link #close} and
 * minds its connection itself: a broker that is gone is a state ({@link #health}), never an
 * exception.
 */
public interface Intake extends AutoCloseable {
  /** Begins to read, on threads of its own; returns at once. Called once. */
  void start(EventSink sink);

  /** How it is. Answers from memory; any thread. */
  IntakeHealth health();

  /**
   * Reads no more, waits up to ten seconds for what it brought to the sink and tells the broker
   * what of it is stored. What was read and is not stored comes again, here or on another node.
   */
  @Override
  void close();
}
