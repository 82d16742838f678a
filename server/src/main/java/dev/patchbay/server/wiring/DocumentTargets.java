package dev.patchbay.server.wiring;

import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.server.issuing.ConfiguredExits;
import dev.patchbay.server.issuing.DocumentDesk;
import dev.patchbay.server.issuing.DocumentDesk.Occasion;
import dev.patchbay.server.issuing.DocumentsType;
import dev.patchbay.server.issuing.maker.TemplateFaults;
import dev.patchbay.store.history.DeliveryRef;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Documents as targets of routes.
 *
 * @param configuration is there only after the types of connectors are
 */
record DocumentTargets(
    Storage storage,
    Documents documents,
    EnvelopeReader reader,
    Supplier<Configuration> configuration,
    ZoneId zone) {
  DocumentsType type() {
    var books = new DocumentDesk.Books(storage.documents(), storage.recipients());
    var exits = new ConfiguredExits(configuration, storage.config().mailLists());
    var desk = new DocumentDesk(documents.maker(), books, exits, this::event, zone);
    var templates = new TemplateFaults(storage.config().templates());
    return new DocumentsType(desk, documents.finisher(), templates);
  }

  private Optional<Occasion> event(String delivery) {
    return storage
        .history()
        .payload(delivery)
        .map(reader::stored)
        .flatMap(
            event ->
                DeliveryRef.parse(delivery)
                    .map(ref -> new Occasion(event, DeliveryRef.acceptedAt(ref.event()))));
  }
}
