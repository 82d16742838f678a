package dev.patchbay.server.issuing;

import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.mail.MailListStore;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.store.FileStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Connectors as they are configured.
 *
 * @param configuration is there only after the types of connectors are
 */
public record ConfiguredExits(Supplier<Configuration> configuration, MailListStore lists)
    implements Exits {
  @Override
  public Optional<FileStore> store(String connector) {
    return configuration.get().openStore(connector);
  }

  @Override
  public Optional<MessageTarget> messages(String connector) {
    return configuration.get().openMessages(connector);
  }

  @Override
  public Optional<String> hold(String connector) {
    return configuration.get().hold(connector).map(hold -> hold.reason());
  }

  @Override
  public void refused(String connector, String reason) {
    configuration.get().holdRefused(connector, reason);
  }

  @Override
  public List<String> addresses(List<String> to) throws HopelessRunException {
    return new Addressees(configuration.get(), lists).all(to);
  }
}
