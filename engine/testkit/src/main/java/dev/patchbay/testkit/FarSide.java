package dev.patchbay.testkit;

import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import java.util.List;
import java.util.Map;

/**
 * The outside world of a connector under test, with a network that can be broken on purpose. It
 * must be one that is not part of the connector: a stand-in server, a real database.
 */
public interface FarSide extends AutoCloseable {
  /** A connector as a process of its own would open it: it shares nothing with others. */
  RowTarget connect();

  /** A target that is empty. */
  Target target();

  /**
   * What stands in the target now: rows from the top, header to shown text, empty cells left out.
   */
  List<Map<String, String>> rows();

  /** The next write is applied, but its answer never comes. */
  void loseNextAnswer();

  /** The next write never arrives, and nothing is answered. */
  void loseNextRequest();

  /** The next write is not answered and arrives only when {@link #letArrive} is called. */
  void holdNextRequest();

  /** The write that was held back arrives; returns once the far side is done with it. */
  void letArrive();

  @Override
  void close();
}
