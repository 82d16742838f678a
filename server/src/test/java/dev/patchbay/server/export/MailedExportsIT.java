package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.connectors.email.MailServerSide;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.MailOrder;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DatabaseDump;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /exports} that are mailed, to a real mail server. */
@ExtendWith(FilledReadModel.Shared.class)
class MailedExportsIT {
  private static final MailAddress ANNA = MailAddress.of("anna@example.org");
  private static final MailAddress BEN = MailAddress.of("ben@example.org");
  private static final MailAddress CLEO = MailAddress.of("cleo@example.org");

  private final TestHub hub;
  private final ApiCaller admin;
  private final ApiCaller viewer;
  private final MailServerSide server = new MailServerSide();
  private final String mail = "mail-" + UUID.randomUUID();
  @TempDir private Path folder;

  MailedExportsIT(FilledReadModel model) {
    this.hub = model.hub();
    this.admin = hub.admin();
    this.viewer = model.viewer();
  }

  @BeforeEach
  void connect() {
    create(MailServerSide.PASSWORD);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void create(Map<String, String> secrets) {
    var draft = new ConnectorDraft(mail, "email", server.settings(), secrets, true);
    admin.post("/connectors", draft).as(201, ConnectorView.class);
  }

  private MailOrder order(Object... to) {
    return new MailOrder(
        mail, List.of(to).stream().map(Object::toString).toList(), null, null, null);
  }

  private static ExportDraft draft(ExportFormat format, @Nullable MailOrder order) {
    var draft =
        new ExportDraft("requests", format, null, "id", List.of("id"), "Offene Fälle", null);
    return order == null ? draft : draft.mailed(order);
  }

  private RunView run(String id, Predicate<RunView> reached) {
    return Eventually.soon()
        .get(
            "the run",
            () -> Optional.of(viewer.get("/exports/" + id).as(200, RunView.class)).filter(reached));
  }

  private RunView asked(ExportDraft draft) {
    return viewer.post("/exports", draft).as(202, RunView.class);
  }

  private RunView export(ExportDraft draft) {
    return run(asked(draft).id(), run -> run.endedAt() != null);
  }

  private RunView waiting(ExportDraft draft) {
    return run(asked(draft).id(), run -> run.reason() != null);
  }

  private Reply fetch(RunView run) {
    return viewer.get("/exports/" + run.id() + "/file");
  }

  @Test
  void everyRecipientGetsTheFileAndMembersOfListsAreNotShown() throws IOException {
    var list = new MailListDraft("weekly " + mail, List.of("ben@example.org", "cleo@EXAMPLE.org"));
    admin.post("/mail-lists", list).as(201, MailListView.class);

    var run = export(draft(ExportFormat.XLSX, order(ANNA, "list:" + list.name(), BEN)));

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.reason()).isNull();
    assertThat(run.recipients()).containsExactly(accepted(ANNA), accepted(BEN), accepted(CLEO));
    var ids =
        viewer.get("/requests/overview?sort=id&limit=500").as(200, RequestOverview.class).items();
    for (var recipient : List.of(ANNA, BEN, CLEO)) {
      var arrived = server.mailbox(recipient);
      assertThat(arrived).hasSize(1);
      assertThat(arrived.getFirst().subject()).startsWith("Offene Fälle, 20");
      assertThat(arrived.getFirst().text()).contains(run.rows() + " rows", "attached");
      assertThat(arrived.getFirst().shown()).contains("anna", "ben").doesNotContain("cleo");
      assertThat(arrived.getFirst().id()).contains(run.id());
      var file = Objects.requireNonNull(arrived.getFirst().attachments().get("Offene Fälle.xlsx"));
      assertThat(file).isEqualTo(fetch(run).body());
      assertThat(ExportedRows.of(ExportFormat.XLSX, file, folder))
          .isEqualTo(ids.stream().map(RequestView::id).map(List::of).toList());
    }
  }

  private static RecipientView accepted(MailAddress address) {
    return new RecipientView(address.toString(), State.ACCEPTED, null);
  }

  @Test
  void whoIsRefusedIsTold() {
    server.refuse(BEN);

    var run = export(draft(ExportFormat.CSV, order(ANNA, BEN)));

    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.reason()).contains("1 of 2 recipients were refused");
    assertThat(run.recipients().getFirst()).isEqualTo(accepted(ANNA));
    assertThat(run.recipients().getLast().state()).isEqualTo(State.REFUSED);
    assertThat(run.recipients().getLast().reason()).contains("no such user");
  }

  @Test
  void anExportThatEverybodyRefusesFailsAndCanStillBeFetched() {
    server.refuse(BEN);

    var run = export(draft(ExportFormat.CSV, order(BEN)));

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("refused all", "no such user");
    assertThat(fetch(run).status()).isEqualTo(200);
  }

  @Test
  void aFileThatIsTooLargeIsLinked() {
    var order =
        new MailOrder(mail, List.of(ANNA.toString()), "{name}: {rows}", "Da ist sie, {name}.", 0);

    var run = export(draft(ExportFormat.CSV, order));

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    var arrived = server.mailbox(ANNA).getFirst();
    assertThat(arrived.subject()).isEqualTo("Offene Fälle: " + run.rows());
    assertThat(arrived.attachments()).isEmpty();
    assertThat(arrived.text())
        .contains("Da ist sie, Offene Fälle.", TestHub.PUBLIC.api("exports/" + run.id() + "/file"));
  }

  @Test
  void anExportGoesToAStoreAndIsMailed() throws IOException {
    var root = Files.createDirectories(folder.resolve("store")).toString();
    var store = new ConnectorDraft("s" + mail, "local", Map.of("directory", root), Map.of(), true);
    admin.post("/connectors", store).as(201, ConnectorView.class);
    var place = new StorePlace(store.name(), "x.csv", OverwritePolicy.REFUSE);

    var run = export(draft(ExportFormat.CSV, order(ANNA)).to(place));

    assertThat(run.place()).isEqualTo(store.name() + "/x.csv");
    assertThat(run.recipients()).containsExactly(accepted(ANNA));
    assertThat(Path.of(root, "x.csv")).hasBinaryContent(fetch(run).body());
  }

  @Test
  void whoHasToWaitIsToldAndTheRunWaits() {
    server.postpone(CLEO);

    var run = waiting(draft(ExportFormat.CSV, order(ANNA, CLEO)));

    assertThat(run.state()).isEqualTo(RunState.QUEUED);
    assertThat(run.reason()).contains("1 of 2 recipients have to wait", "greylisted");
    assertThat(run.recipients().getFirst()).isEqualTo(accepted(ANNA));
    assertThat(run.recipients().getLast().state()).isEqualTo(State.WAITING);
    viewer.post("/exports/" + run.id() + "/cancel").as(200, RunView.class);
  }

  @Test
  void aLinkLeadsToTheFileWhileOthersHaveToWait() {
    server.postpone(CLEO);
    var linked = new MailOrder(mail, List.of(ANNA.toString(), CLEO.toString()), null, null, 0);

    var run = waiting(draft(ExportFormat.CSV, linked));

    assertThat(run.state()).isEqualTo(RunState.QUEUED);
    assertThat(server.mailbox(ANNA).getFirst().text()).contains(run.id() + "/file");
    assertThat(fetch(run).status()).isEqualTo(200);
    viewer.post("/exports/" + run.id() + "/cancel").as(200, RunView.class);
  }

  @Test
  void whoseAnswerWasLostIsToldAndTheRunWaits() {
    server.loseNextAnswer();

    var run = waiting(draft(ExportFormat.CSV, order(ANNA)));

    assertThat(run.state()).isEqualTo(RunState.QUEUED);
    assertThat(run.recipients().getFirst().state()).isEqualTo(State.UNKNOWN);
    viewer.post("/exports/" + run.id() + "/cancel").as(200, RunView.class);
  }

  @Test
  void aListOfManyIsSentToInPartsAndEachGetsItOnce() {
    var addresses = IntStream.range(0, 120).mapToObj(i -> "many-" + i + "@example.org").toList();
    var list = new MailListDraft("many " + mail, addresses);
    admin.post("/mail-lists", list).as(201, MailListView.class);

    var run = export(draft(ExportFormat.CSV, order("list:" + list.name())));

    assertThat(run.recipients())
        .isEqualTo(addresses.stream().map(MailAddress::of).map(MailedExportsIT::accepted).toList());
    assertThat(addresses).allMatch(one -> server.mailbox(MailAddress.of(one)).size() == 1);
  }

  @Test
  @Tag("extended") // the hub tries again after ten seconds
  void whoHadToWaitGetsItLaterAndNobodyElseAgain() {
    server.postpone(CLEO);
    var waiting = waiting(draft(ExportFormat.CSV, order(ANNA, CLEO)));

    server.relent();
    var run = run(waiting.id(), it -> it.endedAt() != null);

    assertThat(run.recipients()).containsExactly(accepted(ANNA), accepted(CLEO));
    assertThat(server.mailbox(ANNA)).hasSize(1);
    assertThat(server.mailbox(CLEO)).hasSize(1);
    assertThat(server.mailbox(CLEO).getFirst().id())
        .isEqualTo(server.mailbox(ANNA).getFirst().id());
  }

  @Test
  void aConnectorThatIsPausedSendsNothing() {
    admin.post("/connectors/" + mail + "/pause").as(200, ConnectorView.class);

    var run = waiting(draft(ExportFormat.CSV, order(ANNA)));

    assertThat(run.reason()).contains("'" + mail + "' is held");
    assertThat(server.mailbox(ANNA)).isEmpty();
    viewer.post("/exports/" + run.id() + "/cancel").as(200, RunView.class);
  }

  @Test
  void aCredentialThatIsRefusedHoldsTheConnectorUntilItIsMendedAndIsTold() {
    var canary = "canary-" + UUID.randomUUID();
    change(Map.of("password", canary));

    var run = waiting(draft(ExportFormat.CSV, order(ANNA)));

    assertThat(run.reason()).contains("refuses the user or the credential");
    var view = admin.get("/connectors/" + mail).as(200, ConnectorView.class);
    assertThat(view.state()).isEqualTo(ConnectorState.CREDENTIAL_REFUSED);
    var check = admin.post("/connectors/" + mail + "/check");
    assertThat(check.as(200, CheckResult.class).ok()).isFalse();
    assertThat(hub.hasAnswered(canary)).isFalse();
    assertThat(hub.log().text()).doesNotContain(canary);
    assertThat(DatabaseDump.of(hub.database()).holds(canary)).isFalse();

    change(MailServerSide.PASSWORD);
    assertThat(admin.get("/connectors/" + mail).as(200, ConnectorView.class).state())
        .isEqualTo(ConnectorState.UP);
    assertThat(admin.post("/connectors/" + mail + "/check").as(200, CheckResult.class).ok())
        .isTrue();
    viewer.post("/exports/" + run.id() + "/cancel").as(200, RunView.class);
  }

  private void change(Map<String, String> secrets) {
    var path = "/connectors/" + mail;
    var draft = new ConnectorDraft(mail, "email", new HashMap<>(server.settings()), secrets, true);
    admin.put(path, admin.get(path).tag(), draft).as(200, ConnectorView.class);
  }

  @Test
  void whatIsWrongWithAnOrderIsNamed() {
    assertThat(faults(new MailOrder("nobody", List.of(), null, null, null)))
        .containsExactly("/mail/connector", "/mail/to");
    var hostile = "x@example.org\r\nBcc: y@example.org";
    assertThat(
            faults(
                new MailOrder(
                    mail,
                    List.of("anna@example.org", hostile, "list:nothing", "anna@example.ORG", "ben"),
                    "Hello\r\nBcc: y@example.org",
                    "{nothing}",
                    51)))
        .containsExactly(
            "/mail/to/1",
            "/mail/to/2",
            "/mail/to/3",
            "/mail/to/4",
            "/mail/subject",
            "/mail/text",
            "/mail/attachUpTo");
  }

  @Test
  void whatARecipientIsNotIsToldInASentence() {
    var order = new MailOrder(mail, List.of("ben", "list:nothing"), null, null, null);
    assertThat(viewer.post("/exports", draft(ExportFormat.CSV, order)).problem(400).errors())
        .extracting(fault -> fault.field() + " " + fault.message())
        .containsExactly(
            "/mail/to/0 must be an address such as anna@example.org; mend it, or name a list such as"
                + " list:weekly",
            "/mail/to/1 is no list that is there; create it under /mail-lists");
  }

  private List<String> faults(MailOrder order) {
    return viewer.post("/exports", draft(ExportFormat.CSV, order)).faults(400);
  }

  @Test
  void whatSendsMessagesTakesNeitherRowsNorFilesAndWhatTakesFilesSendsNone() throws IOException {
    var place = new StorePlace(mail, "x.csv", OverwritePolicy.REPLACE);
    assertThat(viewer.post("/exports", draft(ExportFormat.CSV, null).to(place)).faults(400))
        .containsExactly("/store/connector");
    assertThat(admin.post("/connectors/" + mail + "/describe", Map.of()).problem(409).detail())
        .contains("sends messages");

    var root = Files.createDirectories(folder.resolve("files")).toString();
    var store = new ConnectorDraft("f" + mail, "local", Map.of("directory", root), Map.of(), true);
    admin.post("/connectors", store).as(201, ConnectorView.class);
    assertThat(faults(new MailOrder(store.name(), List.of("a@example.org"), null, null, null)))
        .containsExactly("/mail/connector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u2028b", "a\u0085b", "a\u202Eb", "a\r\nBcc: eve@example.org", " "})
  void aNameThatWouldBreakAHeaderIsRefused(String name) {
    var named =
        new ExportDraft("requests", ExportFormat.CSV, null, "id", List.of("id"), name, null)
            .mailed(order(ANNA));

    assertThat(viewer.post("/exports", named).faults(400)).containsExactly("/name");
  }
}
