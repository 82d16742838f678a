package dev.patchbay.server.issuing;

import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.document.DocumentRegister;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.mail.Addressees;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all connectors of documents work with. Thread-safe.
 *
 * @param outside where connectors are found that documents leave through
 * @param events the event of a delivery, by the delivery's public id; empty once it is removed
 * @param zone that dates in paths and mail are told in
 */
public record DocumentDesk(
    DocumentMaker maker,
    Books books,
    Outside outside,
    Function<String, Optional<Envelope>> events,
    ZoneId zone) {

  /** What is kept of documents. */
  public record Books(DocumentRegister register, DocumentRecipients recipients) {}

  /**
   * Where documents leave.
   *
   * @param configuration is there only after the types of connectors are
   * @param addressees likewise
   */
  public record Outside(Supplier<Configuration> configuration, Supplier<Addressees> addressees) {}
}
