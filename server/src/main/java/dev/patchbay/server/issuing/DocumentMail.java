package dev.patchbay.server.issuing;

import static java.util.stream.Collectors.toMap;

import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.mail.MailTemplate;
import dev.patchbay.core.mail.MailValues;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.server.mail.RecipientViews;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.message.Attachment;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Mails documents of a connector. Who has accepted one never gets it again; a message whose answer
 * was lost goes again under the same id. Thread-safe.
 *
 * @param mail name of its connector
 */
record DocumentMail(Exits exits, DocumentRecipients recipients, ZoneId zone, String mail) {

  /** What stands in the way of any document for some, if anything does. */
  Optional<Outcome> obstacle(List<String> to) {
    return Held.orMissing(exits, mail, exits.messages(mail).isPresent()).or(() -> noList(to));
  }

  private Optional<Outcome> noList(List<String> to) {
    try {
      exits.addresses(to);
      return Optional.empty();
    } catch (HopelessRunException noList) {
      return Optional.of(noList(noList));
    }
  }

  private static Outcome noList(HopelessRunException noList) {
    return new Outcome.TargetRefused(new Cause("no-list", String.valueOf(noList.getMessage())));
  }

  /** Sends a document to all that have not got it; what stands in the way, if anything does. */
  Optional<Outcome> send(DocumentNote note, MailPlan plan, byte[] file, Deadline deadline) {
    try {
      var all = exits.addresses(note.to());
      var open = open(note, all);
      return open.isEmpty() ? Optional.empty() : send(note, plan, file, open, deadline);
    } catch (HopelessRunException noList) {
      return Optional.of(noList(noList));
    }
  }

  /** Whether everybody has it. */
  boolean isDone(DocumentNote note) {
    var states = states(note);
    return !states.isEmpty()
        && states.containsValue(State.ACCEPTED)
        && states.values().stream().noneMatch(RecipientViews::isOpen);
  }

  private Map<String, State> states(DocumentNote note) {
    return recipients.of(note.id()).stream()
        .collect(toMap(RecipientView::address, RecipientView::state));
  }

  /** Refused ones are asked again only as long as nobody has accepted: a person wants it so. */
  private List<MailAddress> open(DocumentNote note, List<String> all) {
    var states = states(note);
    boolean somebodyHasIt = states.containsValue(State.ACCEPTED);
    return all.stream()
        .filter(
            address ->
                switch (states.getOrDefault(address, State.WAITING)) {
                  case WAITING, UNKNOWN -> true;
                  case REFUSED -> !somebodyHasIt;
                  case ACCEPTED -> false;
                })
        .map(MailAddress::of)
        .toList();
  }

  private Optional<Outcome> send(
      DocumentNote note, MailPlan plan, byte[] file, List<MailAddress> to, Deadline deadline) {
    var target = exits.messages(mail);
    return Held.orMissing(exits, mail, target.isPresent())
        .or(
            () ->
                target.flatMap(
                    it -> outcome(note, it.send(message(note, plan, file, to), deadline))));
  }

  private Optional<Outcome> outcome(DocumentNote note, Sent sent) {
    return switch (sent) {
      case Sent.Answered(var receipts) -> noted(note, receipts);
      case Sent.NotSent(var cause) -> Optional.of(new Outcome.NotApplied(cause, Duration.ZERO));
      case Sent.CredentialRefused(var cause) -> {
        exits.refused(mail, cause.message());
        yield Optional.of(new Outcome.TargetRefused(cause));
      }
    };
  }

  private Message message(DocumentNote note, MailPlan plan, byte[] file, List<MailAddress> to) {
    var day = note.at().atZone(zone).toLocalDate().toString();
    var values = new MailValues(note.name(), day, "1", note.path());
    return new Message(
        "document-" + note.id(),
        note.at(),
        MailTemplate.cut(plan.subject().text(values), MailPlan.LONGEST_SUBJECT),
        plan.text().text(values),
        null,
        Addressees.shown(note.to()),
        to,
        List.of(attachment(note, file)));
  }

  private static Attachment attachment(DocumentNote note, byte[] file) {
    var content = note.content();
    return new Attachment(
        MailTemplate.oneLine(note.name()),
        content.mediaType(),
        content.length(),
        content.sha256(),
        () -> new ByteArrayInputStream(file));
  }

  private Optional<Outcome> noted(DocumentNote note, Map<MailAddress, Receipt> receipts) {
    recipients.note(note.id(), RecipientViews.of(receipts));
    return obstacle(receipts, states(note).containsValue(State.ACCEPTED));
  }

  /** The gravest first: a lost answer has to be settled before anything else. */
  private static Optional<Outcome> obstacle(
      Map<MailAddress, Receipt> receipts, boolean somebodyHasIt) {
    return first(receipts, DocumentMail::lost)
        .or(() -> first(receipts, DocumentMail::later))
        .or(() -> somebodyHasIt ? Optional.empty() : first(receipts, DocumentMail::refused));
  }

  private static Optional<Outcome> first(
      Map<MailAddress, Receipt> receipts, Function<Receipt, Optional<Outcome>> obstacle) {
    return receipts.values().stream().flatMap(it -> obstacle.apply(it).stream()).findFirst();
  }

  private static Optional<Outcome> lost(Receipt receipt) {
    return receipt instanceof Receipt.Unknown(var cause)
        ? Optional.of(new Outcome.Unknown(cause))
        : Optional.empty();
  }

  private static Optional<Outcome> later(Receipt receipt) {
    return receipt instanceof Receipt.Later(var cause)
        ? Optional.of(new Outcome.Postponed(cause, Duration.ZERO))
        : Optional.empty();
  }

  private static Optional<Outcome> refused(Receipt receipt) {
    return receipt instanceof Receipt.Refused(var cause)
        ? Optional.of(DocumentShelf.rejected(cause))
        : Optional.empty();
  }
}
