package dev.patchbay.spi.message;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import java.util.List;

/**
 * A connector that sends messages to people. Failures are values; an exception is a bug of the
 * target. Thread-safe.
 *
 * <p>What was taken cannot be asked for afterwards. Whoever sends keeps the receipts, sends again
 * only to those who have not accepted, and under the same id: a message whose answer was lost may
 * arrive twice, with the same id.
 */
public interface MessageTarget extends AutoCloseable {
  /** Whether it can be reached and lets us in, step by step, for a person. Sends nothing. */
  List<CheckReport.Step> check();

  /**
   * Sends a message to its recipients.
   *
   * @param deadline after it nothing is sent any more
   */
  Sent send(Message message, Deadline deadline);

  @Override
  void close();
}
