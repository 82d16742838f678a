package dev.patchbay.server.issuing;

import dev.patchbay.core.document.IssuedDocument.Content;
import dev.patchbay.core.event.Rfc3339;
import dev.patchbay.core.file.FilePathValues;
import dev.patchbay.server.issuing.DocumentDesk.Occasion;
import dev.patchbay.server.issuing.maker.DocumentMaker;
import dev.patchbay.server.issuing.maker.DocumentMaker.Made;
import dev.patchbay.server.issuing.maker.TemplateValues;
import dev.patchbay.server.issuing.setup.PdfFinish;
import dev.patchbay.server.issuing.setup.StampPlan;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.store.Sha256;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes the document of one delivery: of its row and of all that its event says. Thread-safe. */
final class DocumentWriter {
  private final DocumentDesk desk;
  private final PdfFinish finish;

  DocumentWriter(DocumentDesk desk, PdfFinish finish) {
    this.desk = desk;
    this.finish = finish;
  }

  /** What became of a document. */
  sealed interface Result {}

  /** It is made. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Written(DocumentNote note, byte[] file) implements Result {}

  /** It is not, and why. */
  record Unwritten(Outcome outcome) implements Result {}

  /**
   * Makes it.
   *
   * @param delivery public id
   * @param to who gets it by mail
   */
  Result write(DocumentPlan plan, String delivery, Row row, List<String> to) {
    var occasion = desk.events().apply(delivery);
    if (occasion.isEmpty()) {
      return rejected(new Cause("no-event", "The event of this delivery is no longer stored."));
    }
    var about = new About(delivery, row, happened(occasion.get()), to);
    DocumentMaker.Order order;
    try {
      order = plan.order(TemplateValues.of(occasion.get().event(), row), finish.of(stamped(about)));
    } catch (IllegalArgumentException noKey) {
      var cause = new Cause("no-key", String.valueOf(noKey.getMessage()));
      return new Unwritten(new Outcome.CredentialRefused(cause));
    }
    return write(plan, about, order);
  }

  /**
   * What a document is about.
   *
   * @param delivery public id
   * @param at when its event happened
   * @param to who gets it by mail
   */
  private record About(String delivery, Row row, Instant at, List<String> to) {}

  private StampPlan.Values stamped(About about) {
    var day = about.at().atZone(desk.zone()).toLocalDate();
    return new StampPlan.Values(about.delivery(), about.row().key(), day.toString());
  }

  private Result write(DocumentPlan plan, About about, DocumentMaker.Order order) {
    return switch (desk.maker().make(order)) {
      case Made.Document document -> written(plan, about, document);
      case Made.Faulty(var cause) -> rejected(cause);
      case Made.Impossible(var cause) -> new Unwritten(new Outcome.TargetRefused(cause));
      case Made.KeyRefused(var cause) -> new Unwritten(new Outcome.CredentialRefused(cause));
      case Made.Unfinished(var cause) -> new Unwritten(new Outcome.Postponed(cause, Duration.ZERO));
      case Made.NotNow(var cause, var after) -> new Unwritten(new Outcome.Throttled(cause, after));
    };
  }

  private static Result rejected(Cause cause) {
    return new Unwritten(DocumentShelf.rejected(cause));
  }

  private Result written(DocumentPlan plan, About about, Made.Document document) {
    var delivery = about.delivery();
    var row = about.row();
    var at = about.at();
    var path =
        plan.path()
            .path(new FilePathValues(at.atZone(desk.zone()), delivery, plan.template(), row.key()))
            .toString();
    var content =
        new Content(plan.format().mediaType(), document.file().length, Sha256.of(document.file()));
    var template = document.template();
    var note = new DocumentNote(delivery, at, row.key(), template, content, path, about.to());
    return new Written(note, document.file());
  }

  /** The same at every try; when it was accepted, where the event does not tell. */
  private static Instant happened(Occasion occasion) {
    try {
      return Rfc3339.parse(occasion.event().json().path("time").asText()).toInstant();
    } catch (DateTimeException absent) {
      return occasion.acceptedAt();
    }
  }
}
