package dev.patchbay.server.config;

import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.store.FileStore;

/** A connector at work, by what it takes. */
sealed interface OpenConnector extends AutoCloseable {
  @Override
  void close();

  /** One that takes rows. */
  record Rows(RowTarget target) implements OpenConnector {
    @Override
    public void close() {
      target.close();
    }
  }

  /** One that sends messages. */
  record Messages(MessageTarget target) implements OpenConnector {
    @Override
    public void close() {
      target.close();
    }
  }

  /** One that takes files. */
  record Files(FileStore store) implements OpenConnector {
    @Override
    public void close() {
      store.close();
    }
  }
}
