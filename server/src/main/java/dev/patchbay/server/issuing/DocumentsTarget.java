package dev.patchbay.server.issuing;

import static java.util.stream.Collectors.joining;

import dev.patchbay.core.document.IssuedDocument;
import dev.patchbay.server.issuing.maker.RecentlyMade;
import dev.patchbay.server.issuing.setup.Outlets;
import dev.patchbay.server.issuing.setup.PdfFinish;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.WriteMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes a document of each row and sends it on its way. It is made before the attempt is noted, so
 * that its checksum is known when an answer was lost; template and data that do not go together
 * cost no attempt.
 */
final class DocumentsTarget implements RowTarget {
  /** Each document stands for itself. */
  private static final Limits ONE = new Limits(1, Long.MAX_VALUE);

  private static final Cause NOBODY =
      new Cause(
          "no-recipient",
          "The row names nobody to send the document to, and the connector has no file store.");

  private final String connector;
  private final Outlets outlets;
  private final PdfFinish finish;
  private final Secrets secrets;
  private final DocumentDesk desk;
  private final DocumentWriter writer;

  /** About to be sent, by attempt: of a lane that was lost in between nobody asks again. */
  private final RecentlyMade<UUID, byte[]> made = new RecentlyMade<>();

  DocumentsTarget(
      String connector, Outlets outlets, PdfFinish finish, Secrets secrets, DocumentDesk desk) {
    this.connector = connector;
    this.outlets = outlets;
    this.finish = finish;
    this.secrets = secrets;
    this.desk = desk;
    this.writer = new DocumentWriter(desk, finish);
  }

  @Override
  public Limits limits() {
    return ONE;
  }

  /** Mail that was lost cannot be asked for. */
  @Override
  public Guarantee guarantee(Target target) {
    return isMailed(DocumentPlan.of(target)) ? Guarantee.NONE : Guarantee.PROBE;
  }

  @Override
  public CheckReport check(List<Target> targets) {
    var steps = new ArrayList<CheckReport.Step>();
    outlets
        .store()
        .ifPresent(it -> steps.add(step("store", it, desk.exits().store(it).isPresent())));
    outlets
        .mail()
        .ifPresent(it -> steps.add(step("mail", it, desk.exits().messages(it).isPresent())));
    steps.addAll(CallbackSecrets.check(secrets));
    finish.signature().ifPresent(_ -> steps.add(finish.key().check()));
    targets.stream().flatMap(it -> unfit(it).stream()).forEach(steps::add);
    return new CheckReport(Guarantee.PROBE, steps);
  }

  private List<CheckReport.Step> unfit(Target target) {
    try {
      return faults(DocumentPlan.of(target)).stream()
          .map(it -> new CheckReport.Step(it.setting(), false, told(DocumentPlan.faulty(it))))
          .toList();
    } catch (IllegalArgumentException malformed) {
      return List.of(new CheckReport.Step("target", false, told(malformed)));
    }
  }

  private static String told(IllegalArgumentException unfit) {
    return String.valueOf(unfit.getMessage());
  }

  private List<SettingFault> faults(DocumentPlan plan) {
    return PlanFaults.of(plan, outlets, !finish.isNone());
  }

  private static CheckReport.Step step(String name, String connector, boolean there) {
    return new CheckReport.Step(
        name,
        there,
        there
            ? "Documents leave through '" + connector + "', which is checked by itself."
            : Held.missing(connector).message());
  }

  @Override
  public Description describe(Target target) {
    try {
      return new Description.Found("Documents of " + plan(target).template(), null, List.of());
    } catch (IllegalArgumentException unfit) {
      return new Description.NotFound(unfit(unfit));
    }
  }

  /** What a target says, as far as this connector can do it. */
  private DocumentPlan plan(Target target) {
    var plan = DocumentPlan.of(target);
    var faults = faults(plan);
    if (!faults.isEmpty()) {
      throw DocumentPlan.faulty(faults.getFirst());
    }
    return plan;
  }

  private static Cause unfit(IllegalArgumentException unfit) {
    return new Cause("wrong-target", told(unfit));
  }

  private boolean isMailed(DocumentPlan plan) {
    return outlets.mail().isPresent() && plan.mail().isPresent();
  }

  @Override
  public Preparation prepare(RowBatch batch) {
    if (batch.layout().mode() != WriteMode.APPEND) {
      return new Preparation.Refused(
          new Outcome.TargetRefused(
              new Cause("wrong-mode", "Each event is a document of its own: set mode to APPEND.")));
    }
    try {
      return prepare(plan(batch.target()), batch);
    } catch (IllegalArgumentException unfit) {
      return new Preparation.Refused(new Outcome.TargetRefused(unfit(unfit)));
    }
  }

  private Preparation prepare(DocumentPlan plan, RowBatch batch) {
    List<String> to;
    try {
      to = plan.mail().map(mail -> mail.to(batch.rows().getFirst())).orElse(List.of());
    } catch (IllegalArgumentException unfit) {
      return rejected(new Cause("no-address", "The recipient in the row: " + unfit.getMessage()));
    }
    if (outlets.store().isEmpty() && to.isEmpty()) {
      return rejected(NOBODY);
    }
    return obstacle(to)
        .<Preparation>map(Preparation.Refused::new)
        .orElseGet(() -> written(plan, batch, to));
  }

  private static Preparation rejected(Cause cause) {
    return new Preparation.Refused(DocumentShelf.rejected(cause));
  }

  /** Looked at first: nothing is made and signed that cannot leave. */
  private Optional<Outcome> obstacle(List<String> to) {
    return shelf()
        .flatMap(DocumentShelf::obstacle)
        .or(() -> mail().filter(_ -> !to.isEmpty()).flatMap(it -> it.obstacle(to)));
  }

  private Preparation written(DocumentPlan plan, RowBatch batch, List<String> to) {
    var delivery = batch.deliveries().getFirst();
    return switch (writer.write(plan, delivery, batch.rows().getFirst(), to)) {
      case DocumentWriter.Written(var note, var file) -> {
        made.keep(batch.token().attempt(), file);
        yield new Preparation.Ready(note.json());
      }
      case DocumentWriter.Unwritten(var outcome) -> new Preparation.Refused(outcome);
    };
  }

  @Override
  public Outcome deliver(Attempt attempt) {
    var note = DocumentNote.parse(attempt.plan());
    var file = made.take(attempt.batch().token().attempt());
    if (file.isEmpty() || attempt.deadline().passed()) {
      return new Outcome.NotApplied(
          new Cause("deadline", "The document was not sent in time; it is made again."),
          Duration.ZERO);
    }
    return store(attempt, note, file.get())
        .or(() -> mail(attempt, note, file.get()))
        .orElseGet(() -> new Outcome.Applied(issued(note)));
  }

  private Optional<Outcome> store(Attempt attempt, DocumentNote note, byte[] file) {
    return shelf().flatMap(it -> it.put(note, file, attempt.deadline()));
  }

  private Optional<Outcome> mail(Attempt attempt, DocumentNote note, byte[] file) {
    var plan = DocumentPlan.of(attempt.batch().target());
    return plan.mail()
        .filter(_ -> !note.to().isEmpty())
        .flatMap(mail -> mail().flatMap(it -> it.send(note, mail, file, attempt.deadline())));
  }

  private Optional<DocumentShelf> shelf() {
    return outlets.store().map(it -> new DocumentShelf(desk.exits(), it));
  }

  private Optional<DocumentMail> mail() {
    return outlets
        .mail()
        .map(it -> new DocumentMail(desk.exits(), desk.books().recipients(), desk.zone(), it));
  }

  /** Notes that it is on its way, and tells where. */
  private String issued(DocumentNote note) {
    var place = outlets.store().map(it -> it + "/" + note.path());
    desk.books()
        .register()
        .issued(
            new IssuedDocument(
                note.id(),
                connector,
                note.template(),
                note.key(),
                note.content(),
                place.orElse(null)));
    var mailed = mail().filter(_ -> !note.to().isEmpty()).map(it -> it.receipt(note));
    return Stream.of(place, mailed).flatMap(Optional::stream).collect(joining(", "));
  }

  @Override
  public Resolution resolve(Attempt attempt) {
    var note = DocumentNote.parse(attempt.plan());
    return shelf()
        .flatMap(it -> it.absence(note, attempt.deadline()))
        .or(() -> unsent(note))
        .orElseGet(() -> new Resolution.WasApplied(issued(note)));
  }

  /** It goes again to those who have not got it, under the same id. */
  private Optional<Resolution> unsent(DocumentNote note) {
    return mail()
        .filter(_ -> !note.to().isEmpty())
        .filter(it -> !it.isDone(note))
        .map(_ -> new Resolution.NeverApplied());
  }

  @Override
  public void close() {
    // what documents leave through is closed by whoever opened it
  }
}
