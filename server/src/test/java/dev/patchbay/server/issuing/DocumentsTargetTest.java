package dev.patchbay.server.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.core.document.DocumentRecipients;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.server.issuing.maker.DocumentMaker.Made;
import dev.patchbay.server.issuing.maker.FinishingMaker;
import dev.patchbay.server.issuing.setup.Outlets;
import dev.patchbay.server.issuing.setup.PdfFinish;
import dev.patchbay.server.issuing.setup.SigningKey;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StorePath;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Answers of a store that are lost, and what comes of documents that cannot be made. */
class DocumentsTargetTest {
  private static final String DELIVERY = "12-4711-019ac0de-0000-7000-8000-000000000000";
  private static final String PATH = "documents/" + DELIVERY + ".docx";
  private static final Cause LOST = new Cause("lost", "The answer was lost.");

  private static final Map<String, String> PDF = Map.of("template", "letter", "format", "pdf");
  private static final Map<String, String> SIGNED = Map.of("sign", "B");

  private final Shelf shelf = new Shelf();
  private final IssuedDocuments register = new IssuedDocuments();
  private Made made =
      new Made.Document(new TemplateVersion("letter", 2), "a letter".getBytes(UTF_8));
  private Optional<String> hold = Optional.empty();
  private final CountingFinisher finisher = new CountingFinisher();
  private final Map<String, String> secrets =
      new HashMap<>(Map.of("callback-secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

  /** A store in memory, whose next answer may be lost. */
  private static final class Shelf implements FileStore {
    private final Map<StorePath, String> files = new HashMap<>();
    private boolean storesNext = true;
    private boolean answersNext = true;

    @Override
    public List<CheckReport.Step> check() {
      return List.of();
    }

    @Override
    public Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline) {
      if (storesNext) {
        files.put(file.path(), file.sha256());
      }
      return answersNext ? new Publication.Stored(file.path()) : new Publication.Unknown(LOST);
    }

    @Override
    public Standing find(StorePath path, String sha256, Deadline deadline) {
      var found = files.get(path);
      if (found == null) {
        return new Standing.Absent();
      }
      return found.equals(sha256) ? new Standing.Same() : new Standing.Other();
    }

    @Override
    public int sweep(Duration age) {
      return 0;
    }

    @Override
    public void close() {}
  }

  private final class Doors implements Exits {
    @Override
    public Optional<FileStore> store(String connector) {
      return connector.equals("archive") ? Optional.of(shelf) : Optional.empty();
    }

    @Override
    public Optional<MessageTarget> messages(String connector) {
      return Optional.empty();
    }

    @Override
    public Optional<String> hold(String connector) {
      return hold;
    }

    @Override
    public void refused(String connector, String reason) {
      hold = Optional.of(reason);
    }

    @Override
    public List<String> addresses(List<String> to) {
      return to;
    }
  }

  /** Nobody gets mail here. */
  private static final class Nobody implements DocumentRecipients {
    @Override
    public List<RecipientView> of(String document) {
      return List.of();
    }

    @Override
    public void note(String document, Collection<RecipientView> some) {}
  }

  /** Each is as a process of its own would open it. */
  private DocumentsTarget target(String store) {
    return target(store, Map.of());
  }

  private DocumentsTarget target(String store, Map<String, String> finish) {
    var desk =
        new DocumentDesk(
            new FinishingMaker(_ -> made, finisher, () -> Instant.EPOCH),
            new DocumentDesk.Books(register, new Nobody()),
            new Doors(),
            _ -> Optional.of(new DocumentDesk.Occasion(event(), Instant.EPOCH)),
            ZoneOffset.UTC);
    Secrets sealed = name -> Optional.ofNullable(secrets.get(name));
    return new DocumentsTarget(
        "letters",
        Outlets.of(Map.of("store", store)),
        PdfFinish.of(finish, new SigningKey(sealed, finisher, () -> Instant.EPOCH)),
        sealed,
        desk);
  }

  private static Envelope event() {
    var json = JsonNodeFactory.instance.objectNode();
    return new Envelope("/tests", "1", "request.created", json, new byte[0], OptionalLong.empty());
  }

  private static RowBatch batch(WriteMode mode) {
    return batch(mode, Map.of("template", "letter"));
  }

  private static RowBatch batch(WriteMode mode, Map<String, String> target) {
    var columns = List.of(new Column("id", "Id", CellKind.TEXT));
    return new RowBatch(
        new Token(1, UUID.randomUUID()),
        new Target(target),
        new Layout(columns, "id", mode),
        List.of(new Row("r-1", Map.of("id", new Cell.Text("r-1")))),
        List.of(DELIVERY),
        List.of());
  }

  private static Attempt attempt(RowBatch batch, Preparation prepared) {
    var ready = assertInstanceOf(Preparation.Ready.class, prepared, prepared::toString);
    return new Attempt(batch, ready.plan(), _ -> Map.of(), Deadline.in(Duration.ofMinutes(1)));
  }

  private static Outcome refusal(Preparation prepared) {
    return assertInstanceOf(Preparation.Refused.class, prepared, prepared::toString).outcome();
  }

  @Test
  void aDocumentIsStoredAndToldOf() {
    var target = target("archive");
    var batch = batch(WriteMode.APPEND);

    var outcome = target.deliver(attempt(batch, target.prepare(batch)));

    assertThat(outcome).isEqualTo(new Outcome.Applied("archive/" + PATH));
    assertThat(shelf.files).containsOnlyKeys(StorePath.of(PATH));
    assertThat(register.ids()).containsExactly(DELIVERY);
    assertThat(target.guarantee(batch.target())).isEqualTo(Guarantee.PROBE);
  }

  @Test
  void aDocumentWhoseAnswerWasLostIsFoundByAnotherProcess() {
    shelf.answersNext = false;
    var target = target("archive");
    var batch = batch(WriteMode.APPEND);
    var attempt = attempt(batch, target.prepare(batch));

    assertThat(target.deliver(attempt)).isEqualTo(new Outcome.Unknown(LOST));
    assertThat(register.ids()).isEmpty();

    assertThat(target("archive").resolve(attempt))
        .isEqualTo(new Resolution.WasApplied("archive/" + PATH));
    assertThat(register.ids()).containsExactly(DELIVERY);
  }

  @Test
  void aDocumentThatDidNotArriveIsSentAgain() {
    shelf.answersNext = false;
    shelf.storesNext = false;
    var target = target("archive");
    var batch = batch(WriteMode.APPEND);
    var attempt = attempt(batch, target.prepare(batch));
    target.deliver(attempt);

    assertThat(target("archive").resolve(attempt)).isEqualTo(new Resolution.NeverApplied());

    shelf.answersNext = true;
    shelf.storesNext = true;
    var again = batch(WriteMode.APPEND);
    assertThat(target.deliver(attempt(again, target.prepare(again))))
        .isInstanceOf(Outcome.Applied.class);
    assertThat(shelf.files).hasSize(1);
  }

  @Test
  void whatOnlyTheProcessBeforeHadInMemoryIsMadeAgain() {
    var batch = batch(WriteMode.APPEND);
    var attempt = attempt(batch, target("archive").prepare(batch));

    assertThat(target("archive").deliver(attempt)).isInstanceOf(Outcome.NotApplied.class);
    assertThat(shelf.files).isEmpty();
  }

  @Test
  void aRowThatDoesNotFitItsTemplateIsParkedAndAMissingTemplateIsWaitedFor() {
    var cause = new Cause("template", "In the document, paragraph 1: {{ x.y }} — x is not there.");
    made = new Made.Faulty(cause);
    assertThat(refusal(target("archive").prepare(batch(WriteMode.APPEND))))
        .isEqualTo(new Outcome.Rejected(cause, List.of(new Outcome.RowFault(0, cause))));

    made = new Made.Impossible(cause);
    assertThat(refusal(target("archive").prepare(batch(WriteMode.APPEND))))
        .isEqualTo(new Outcome.TargetRefused(cause));

    made = new Made.KeyRefused(cause);
    assertThat(refusal(target("archive").prepare(batch(WriteMode.APPEND))))
        .isEqualTo(new Outcome.CredentialRefused(cause));

    made = new Made.Unfinished(cause);
    assertThat(refusal(target("archive").prepare(batch(WriteMode.APPEND))))
        .isEqualTo(new Outcome.Postponed(cause, Duration.ZERO));

    made = new Made.NotNow(cause, Duration.ofSeconds(5));
    assertThat(refusal(target("archive").prepare(batch(WriteMode.APPEND))))
        .isEqualTo(new Outcome.Throttled(cause, Duration.ofSeconds(5)));
  }

  @Test
  void aStoreThatIsHeldOrMissingIsWaitedFor() {
    var batch = batch(WriteMode.APPEND, PDF);
    assertThat(refusal(target("nowhere").prepare(batch))).isInstanceOf(Outcome.TargetRefused.class);

    var target = signing();
    var attempt = attempt(batch, target.prepare(batch));
    hold = Optional.of("Paused");
    assertThat(target.deliver(attempt)).isInstanceOf(Outcome.TargetRefused.class);
    assertThat(refusal(target.prepare(batch(WriteMode.APPEND, PDF))))
        .isInstanceOf(Outcome.TargetRefused.class);
    assertThat(shelf.files).isEmpty();
    assertThat(finisher.asked()).as("nothing is signed that cannot leave").hasSize(1);
  }

  @Test
  void aCheckLooksForTheStoreAndAtTheSecrets() {
    assertThat(target("archive").check(List.of()).steps())
        .extracting(CheckReport.Step::name, CheckReport.Step::ok)
        .containsExactly(tuple("store", true), tuple("callback-secret", true));
    assertThat(target("nowhere").check(List.of()).ok()).isFalse();
    var noSecret = CallbackSecrets.check(_ -> Optional.of("no secret"));
    assertThat(noSecret).hasSize(2).noneMatch(CheckReport.Step::ok);
  }

  private DocumentsTarget signing() {
    secrets.putAll(Map.of("signing-key", "YSBrZXk=", "signing-password", "opens it"));
    return target("archive", SIGNED);
  }

  @Test
  void aSignedDocumentIsFoundByWhatWasSentAlthoughNoSecondOneIsLikeIt() {
    shelf.answersNext = false;
    var target = signing();
    var batch = batch(WriteMode.APPEND, PDF);
    var attempt = attempt(batch, target.prepare(batch));
    assertThat(target.deliver(attempt)).isEqualTo(new Outcome.Unknown(LOST));

    assertThat(signing().resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);

    assertThat(finisher.asked()).hasSize(1);
    assertThat(register.checksums()).containsExactlyElementsOf(shelf.files.values());
    assertThat(attempt.plan()).doesNotContain("opens it", "YSBrZXk=");
  }

  @Test
  void aSignedDocumentThatWasLostBeforeItWasSentIsSignedAnewInAnAttemptOfItsOwn() {
    var lost = batch(WriteMode.APPEND, PDF);
    var noted = attempt(lost, signing().prepare(lost));
    var target = signing();

    assertThat(target.deliver(noted)).isInstanceOf(Outcome.NotApplied.class);
    assertThat(shelf.files).isEmpty();
    assertThat(target.resolve(noted)).isEqualTo(new Resolution.NeverApplied());

    var batch = batch(WriteMode.APPEND, PDF);
    var attempt = attempt(batch, target.prepare(batch));
    assertThat(target.deliver(attempt)).isInstanceOf(Outcome.Applied.class);
    assertThat(DocumentNote.parse(attempt.plan()).content())
        .isNotEqualTo(DocumentNote.parse(noted.plan()).content());
    assertThat(register.checksums()).containsExactlyElementsOf(shelf.files.values());
  }

  @Test
  void onlyPdfIsSignedAndOnlyWithAKey() {
    var target = target("archive", SIGNED);

    assertThat(refusal(target.prepare(batch(WriteMode.APPEND))).toString())
        .contains("target setting 'format' must be pdf");
    var noKey = refusal(target.prepare(batch(WriteMode.APPEND, PDF)));
    assertThat(noKey).isInstanceOf(Outcome.CredentialRefused.class);
    assertThat(noKey.toString()).contains("has no secret 'signing-key'");
    assertThat(target.check(List.of(new Target(Map.of("template", "letter")))).steps())
        .filteredOn(step -> !step.ok())
        .extracting(CheckReport.Step::name)
        .containsExactly("signing-key", "format");
    assertThat(finisher.asked()).isEmpty();
  }

  @Test
  void aCheckNamesATargetThatCannotBeRead() {
    var target = new Target(Map.of("template", "letter", "format", "odt"));

    assertThat(target("archive").check(List.of(target)).steps())
        .filteredOn(step -> !step.ok())
        .extracting(CheckReport.Step::name, CheckReport.Step::message)
        .containsExactly(tuple("target", "target setting 'format' must be docx or pdf"));
  }

  @Test
  void documentsAreNeverFolded() {
    assertThat(refusal(target("archive").prepare(batch(WriteMode.UPSERT))))
        .isInstanceOf(Outcome.TargetRefused.class);
  }
}
