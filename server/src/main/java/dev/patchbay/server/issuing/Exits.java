package dev.patchbay.server.issuing;

import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.store.FileStore;
import java.util.List;
import java.util.Optional;

/** Where documents leave the hub: connectors by their names. Thread-safe. */
public interface Exits {
  /** The open file store of that name. */
  Optional<FileStore> store(String connector);

  /** The open sender of messages of that name. */
  Optional<MessageTarget> messages(String connector);

  /** Why nothing may go through a connector now, empty if it may or there is none. */
  Optional<String> hold(String connector);

  /** From now on nothing goes through a connector, until its credential is mended. */
  void refused(String connector, String reason);

  /**
   * All addresses that recipients mean, each once.
   *
   * @param to addresses and distribution lists
   * @throws HopelessRunException if there is no such list, or they are too many
   */
  List<String> addresses(List<String> to) throws HopelessRunException;
}
