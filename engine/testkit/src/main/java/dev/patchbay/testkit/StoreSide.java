package dev.patchbay.testkit;

import dev.patchbay.spi.store.FileStore;
import java.util.Optional;
import java.util.Set;

/**
 * The outside world of a file store under test, seen by another way than through the store: a real
 * directory, a real server.
 */
public interface StoreSide extends AutoCloseable {
  /** A store as a process of its own would open it: it shares nothing with others. */
  FileStore connect();

  /** One whose credential is wrong; empty where there are no credentials. */
  Optional<FileStore> stranger();

  /** One that is set to a place that does not exist. */
  FileStore misplaced();

  /** Whether a file of this path can stand there at all; some servers refuse names. */
  default boolean takes(String path) {
    return true;
  }

  /** Paths of the files that a reader sees, at any depth. */
  Set<String> names();

  /** Content of one of them. */
  byte[] read(String path);

  /** Puts a file there, as somebody else would. */
  void put(String path, byte[] content);

  /** How many unfinished files lie about where readers do not look. */
  int leftovers();

  @Override
  void close();
}
