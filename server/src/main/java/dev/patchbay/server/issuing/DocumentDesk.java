package dev.patchbay.server.issuing;

import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.document.DocumentRegister;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.server.issuing.maker.DocumentMaker;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all connectors of documents work with. Thread-safe.
 *
 * @param events the event of a delivery, by the delivery's public id; empty once it is removed
 * @param zone that dates in paths and mail are told in
 */
public record DocumentDesk(
    DocumentMaker maker,
    Books books,
    Exits exits,
    Function<String, Optional<Occasion>> events,
    ZoneId zone) {

  /**
   * What a document is made of.
   *
   * @param acceptedAt when the hub took it
   */
  public record Occasion(Envelope event, Instant acceptedAt) {}

  /** What is kept of documents. */
  public record Books(DocumentRegister register, DocumentRecipients recipients) {}
}
