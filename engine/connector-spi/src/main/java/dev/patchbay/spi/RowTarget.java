package dev.patchbay.spi;

import java.util.List;
import java.util.Optional;

/**
 * A connector that writes rows. The hub calls {@code prepare}, {@code deliver} and {@code resolve}
 * of one target from one thread at a time; different targets are worked in parallel. Failures are
 * values; an exception is a bug of the connector.
 */
public interface RowTarget extends AutoCloseable {
  /** How large a batch may be. */
  Limits limits();

  /** What holds for this target, as far as is known. */
  Guarantee guarantee(Target target);

  /**
   * Can it be reached, with which rights, and does the far side keep what the guarantee builds on?
   * May write and delete something of its own at each target.
   */
  CheckReport check(List<Target> targets);

  /** What the target looks like now. */
  Description describe(Target target);

  /**
   * Gets ready to send a batch: may read the far side, must not write. Takes the call budget that
   * the batch needs.
   */
  Preparation prepare(RowBatch batch);

  /** Sends a prepared batch, once. */
  Outcome deliver(Attempt attempt);

  /**
   * Settles a batch whose answer was lost, maybe of another process. Safe to call again and again.
   */
  Resolution resolve(Attempt attempt);

  /** How its rows are looked at; empty if they cannot be. */
  default Optional<RowAudit> audit() {
    return Optional.empty();
  }

  /** How whole tables are put where else rows would go; empty if they cannot be. */
  default Optional<TableTarget> tables() {
    return Optional.empty();
  }

  @Override
  void close();
}
