package dev.patchbay.server.issuing;

import static java.util.stream.Collectors.toMap;

import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.mail.MailTemplate;
import dev.patchbay.core.mail.MailValues;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.server.mail.Portions;
import dev.patchbay.server.mail.RecipientViews;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.message.Attachment;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.Sent;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /** Sends a document to all that have not got it; what stands in the way, if anything does. */
  Optional<Outcome> send(DocumentNote note, MailPlan plan, byte[] file, Deadline deadline) {
    try {
      var all = exits.addresses(note.to());
      recipients.note(note.id(), unheardOf(note, all));
      return send(new Letter(note, plan, file), all, deadline);
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

  /** Who has it, as a receipt for people. */
  String receipt(DocumentNote note) {
    var states = states(note).values();
    int refused = Collections.frequency(states, State.REFUSED);
    return refused == 0
        ? "mail"
        : "mail, refused for %d of %d recipients".formatted(refused, states.size());
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

  /** Noted before the first is sent to: whoever takes over knows that some are missing. */
  private List<RecipientView> unheardOf(DocumentNote note, List<String> all) {
    var known = states(note).keySet();
    return all.stream()
        .filter(address -> !known.contains(address))
        .map(address -> new RecipientView(address, State.WAITING, null))
        .toList();
  }

  private Map<String, State> states(DocumentNote note) {
    return recipients.of(note.id()).stream()
        .collect(toMap(RecipientView::address, RecipientView::state));
  }

  /** What is sent: the same at every try, but for whom it is sent to. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Letter(DocumentNote note, MailPlan plan, byte[] file) {}

  private Optional<Outcome> send(Letter letter, List<String> all, Deadline deadline) {
    for (var some : Portions.of(all)) {
      var obstacle = sendSome(letter, some, deadline);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return conclusion(letter.note(), all);
  }

  private Optional<Outcome> sendSome(Letter letter, List<String> some, Deadline deadline) {
    var open = open(letter.note(), some);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    var target = exits.messages(mail);
    return Held.orMissing(exits, mail, target.isPresent())
        .or(
            () ->
                target.flatMap(
                    it -> noted(letter.note(), it.send(message(letter, open), deadline))));
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

  private Optional<Outcome> noted(DocumentNote note, Sent sent) {
    return switch (sent) {
      case Sent.Answered(var receipts) -> {
        recipients.note(note.id(), RecipientViews.of(receipts));
        yield Optional.empty();
      }
      case Sent.NotSent(var cause) -> Optional.of(new Outcome.NotApplied(cause, Duration.ZERO));
      case Sent.CredentialRefused(var cause) -> {
        exits.refused(mail, cause.message());
        yield Optional.of(new Outcome.TargetRefused(cause));
      }
    };
  }

  private Message message(Letter letter, List<MailAddress> to) {
    var note = letter.note();
    var plan = letter.plan();
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
        List.of(attachment(note, letter.file())));
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

  /** The gravest first: a lost answer has to be settled before anything else. */
  private Optional<Outcome> conclusion(DocumentNote note, List<String> all) {
    var wanted = Set.copyOf(all);
    var views =
        recipients.of(note.id()).stream().filter(it -> wanted.contains(it.address())).toList();
    return first(views, State.UNKNOWN)
        .<Outcome>map(Outcome.Unknown::new)
        .or(() -> first(views, State.WAITING).map(DocumentMail::later))
        .or(() -> nobodyHasIt(views));
  }

  private static Optional<Outcome> nobodyHasIt(List<RecipientView> views) {
    return first(views, State.ACCEPTED).isPresent()
        ? Optional.empty()
        : first(views, State.REFUSED).map(DocumentShelf::rejected);
  }

  private static Outcome later(Cause cause) {
    return new Outcome.Postponed(cause, Duration.ZERO);
  }

  private static Optional<Cause> first(List<RecipientView> views, State state) {
    return views.stream()
        .filter(one -> one.state() == state)
        .map(one -> new Cause("mail", one.address() + ": " + one.reason()))
        .findFirst();
  }
}
