package dev.patchbay.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.connectors.email.MailServerSide;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.document.DocumentDetail;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.testkit.MessageSide.Arrived;
import dev.patchbay.testkit.docx.DocxDump;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Routes that end in documents: in a directory, and at a real mail server. */
@ExtendWith(SharedHub.class)
class DocumentTargetsIT {
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final MailAddress ANNA = MailAddress.of("anna@example.org");
  private static final MailAddress BEN = MailAddress.of("ben@example.org");

  @TempDir private Path folder;

  private final MailServerSide server = new MailServerSide();
  private final Workplace work;
  private final ApiCaller admin;
  private final String name;

  DocumentTargetsIT(Workplace work) {
    this.work = work;
    this.admin = work.hub().admin();
    this.name = work.name();
  }

  @BeforeEach
  void connect() {
    connector(name + "-files", "local", Map.of("directory", folder.toString()), Map.of());
    connector(name + "-mail", "email", server.settings(), MailServerSide.PASSWORD);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void connector(
      String called, String type, Map<String, String> settings, Map<String, String> secrets) {
    var draft = new ConnectorDraft(called, type, settings, secrets, true);
    admin.post("/connectors", draft).as(201, ConnectorView.class);
  }

  private void template(String... paragraphs) {
    var request =
        admin
            .request("/templates/" + name + "/versions")
            .header("Content-Type", DOCX)
            .POST(BodyPublishers.ofByteArray(DocxFile.of(paragraphs)));
    admin.send(request).as(201, TemplateDetail.class);
  }

  private RouteDraft route(WriteMode mode, Map<String, String> more) {
    return route(name, mode, more);
  }

  private RouteDraft route(String connector, WriteMode mode, Map<String, String> more) {
    var target = new HashMap<>(Map.of("template", name));
    target.putAll(more);
    return new RouteDraft(
        name,
        List.of("request.status.changed"),
        "event.source == '" + work.source() + "'",
        "/data/id",
        connector,
        target,
        mode,
        List.of(
            Workplace.column("id", "Id", CellType.TEXT, "/data/id"),
            Workplace.column("status", "Status", CellType.TEXT, "/data/status"),
            Workplace.column("who", "Who", CellType.TEXT, "/data/assignee")),
        RouteState.ACTIVE);
  }

  private Reply save(Map<String, String> target) {
    return admin.post("/routes", route(WriteMode.APPEND, target));
  }

  private void changed(String id, String status, String assignee) {
    var data = Map.of("id", id, "status", status, "statusNotes", "Lamp <7>", "assignee", assignee);
    var event =
        Map.<String, Object>of(
            "specversion",
            "1.0",
            "id",
            id + status,
            "source",
            work.source(),
            "type",
            "request.status.changed",
            "time",
            "2026-03-31T22:30:00Z",
            "data",
            data);
    var receipts =
        work.hub()
            .as(Role.SERVICE)
            .post("/events", "application/cloudevents-batch+json", List.of(event))
            .as(202, EventReceipts.class);
    assertThat(receipts.receipts()).hasSize(1);
  }

  private List<String> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.startsWith(".patchbay"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aStatusThatChangedBecomesALetterInAStore() throws IOException {
    template(
        "{{ id }} is {{ row.status }}: {{ statusNotes }}, {{ event.type }} of {{ event.key }}");
    connector(name, "documents", Map.of("store", name + "-files"), Map.of());
    save(Map.of("path", "{date:yyyy/MM}/{key}-{document}.docx")).as(201, RouteView.class);

    changed("r/1", "open", "");
    changed("r/1", "done", "");
    var deliveries = work.await(DeliveryState.DELIVERED, 2);

    var newest = deliveries.getFirst();
    var path = "2026/03/r_1-" + newest.id() + ".docx";
    assertThat(files()).hasSize(2).contains(path);
    assertThat(DocxDump.text(Files.readAllBytes(folder.resolve(path))))
        .contains("P[] r/1 is done: Lamp <7>, request.status.changed of r/1");
    var shown = admin.get("/documents/" + newest.id()).as(200, DocumentDetail.class);
    assertThat(shown.document().store()).isEqualTo(name + "-files/" + path);
    assertThat(shown.document().template()).isEqualTo(name);
    assertThat(shown.history())
        .extracting(DocumentStep::status)
        .containsExactly(DocumentStatus.ISSUED);
    assertThat(admin.get("/documents?connector=" + name).page(DocumentView.class).items())
        .extracting(DocumentView::id)
        .containsExactlyElementsOf(deliveries.stream().map(DeliverySummary::id).toList());
  }

  @Test
  void whatDoesNotFitTheTemplateIsParkedWithTagAndPlace() throws IOException {
    template("{{ id }}", "{{ attributes.zip }}");
    connector(name, "documents", Map.of("store", name + "-files"), Map.of());
    save(Map.of()).as(201, RouteView.class);

    changed("r-1", "open", "");
    var parked = work.await(DeliveryState.DEAD, 1).getFirst();

    assertThat(String.valueOf(parked.cause()))
        .contains("In the document, paragraph 2: {{ attributes.zip }} — ");
    assertThat(files()).isEmpty();
    admin.get("/documents/" + parked.id()).problem(404);
  }

  @Test
  void aLetterIsMailedAlthoughAnAnswerWasLost() {
    template("{{ id }}");
    var list = new MailListDraft(name, List.of(BEN.toString()));
    admin.post("/mail-lists", list).as(201, MailListView.class);
    connector(name, "documents", Map.of("mail", name + "-mail"), Map.of());
    save(Map.of("to", "list:" + name, "to-column", "who", "subject", "Letter {name}"))
        .as(201, RouteView.class);
    server.loseNextAnswer();

    changed("r-1", "open", ANNA.toString());
    var delivery = work.await(DeliveryState.DELIVERED, 1).getFirst();

    var file = delivery.id() + ".docx";
    assertThat(server.mailbox(ANNA))
        .isNotEmpty()
        .allSatisfy(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Letter " + file);
              assertThat(mail.attachments()).containsOnlyKeys(file);
            });
    assertThat(ids(server.mailbox(BEN)))
        .as("one message, however often it came")
        .isEqualTo(ids(server.mailbox(ANNA)))
        .hasSize(1);
    assertThat(admin.get("/documents/" + delivery.id()).as(200, DocumentDetail.class).recipients())
        .extracting(RecipientView::address, RecipientView::state)
        .containsExactly(
            tuple(ANNA.toString(), State.ACCEPTED), tuple(BEN.toString(), State.ACCEPTED));
  }

  @Test
  void aLetterForNobodyIsParked() {
    template("{{ id }}");
    connector(name, "documents", Map.of("mail", name + "-mail"), Map.of());
    save(Map.of("to-column", "who")).as(201, RouteView.class);

    changed("r-1", "open", "");
    changed("r-2", "open", "no address");

    work.await(DeliveryState.DEAD, 2);
    assertThat(work.deliveries())
        .extracting(delivery -> String.valueOf(delivery.cause()))
        .satisfiesExactlyInAnyOrder(
            cause -> assertThat(cause).contains("names nobody"),
            cause -> assertThat(cause).contains("The recipient in the row"));
  }

  private static List<String> ids(List<Arrived> mails) {
    return mails.stream().map(Arrived::id).distinct().toList();
  }

  @Test
  void whatIsWrongWithATargetIsNamed() {
    template("{{ id }}");
    connector(name, "documents", Map.of("store", name + "-files"), Map.of());

    for (var target :
        List.of(
            Map.of("path", "letters/{key}.docx"),
            Map.of("path", "letters/{run}-{document}.docx"),
            Map.of("format", "odt"),
            Map.of("version", "0"),
            Map.of("to", "nobody"))) {
      var setting = target.keySet().iterator().next();
      assertThat(save(target).problem(400).errors().getFirst().message())
          .contains("'" + setting + "'");
    }
  }

  @Test
  void aStoreThatDocumentsLeaveThroughStays() {
    connector(name, "documents", Map.of("store", name + "-files"), Map.of());

    var refused = admin.delete("/connectors/" + name + "-files", "\"1\"").problem(409);

    assertThat(refused.detail()).isEqualTo("documents leave through it: " + name);
  }

  @Test
  void aRouteNamesATemplateThatIsThereInAFormatThatFits() {
    connector(name, "documents", Map.of("store", name + "-files"), Map.of());
    assertThat(save(Map.of()).faults(400)).containsExactly("/target/template");
    template("{{ id }}");

    assertThat(save(Map.of("version", "2")).faults(400)).containsExactly("/target/version");
    html();
    var docx = Map.of("template", name + "-page");
    assertThat(save(docx).faults(400)).containsExactly("/target/format");
    save(Map.of("version", "1")).as(201, RouteView.class);

    var refused = admin.delete("/templates/" + name, "\"1\"").problem(409);
    assertThat(refused.detail()).isEqualTo("Routes make documents of it: " + name);
  }

  @Test
  void whatItsConnectorCannotDoKeepsARouteFromBeingSaved() {
    template("{{ id }}");
    connector(name, "documents", Map.of("store", name + "-files"), Map.of());

    assertThat(admin.get("/connector-types").page(ConnectorTypeView.class).items())
        .filteredOn(type -> type.name().equals("documents"))
        .extracting(ConnectorTypeView::modes)
        .containsExactly(List.of(WriteMode.APPEND));
    assertThat(admin.post("/routes", route(WriteMode.UPSERT, Map.of())).faults(400))
        .containsExactly("/mode");
    assertThat(save(Map.of("to", ANNA.toString())).faults(400)).containsExactly("/target/to");
    assertThat(save(Map.of("to-column", "who")).faults(400)).containsExactly("/target/to-column");

    connector(name + "-mailed", "documents", Map.of("mail", name + "-mail"), Map.of());
    var unsent = route(name + "-mailed", WriteMode.APPEND, Map.of());
    assertThat(admin.post("/routes", unsent).faults(400)).containsExactly("/target/to");
    var signing = Map.of("store", name + "-files", "sign", "B");
    connector(name + "-signed", "documents", signing, Map.of());
    var unsigned = route(name + "-signed", WriteMode.APPEND, Map.of());
    assertThat(admin.post("/routes", unsigned).faults(400)).containsExactly("/target/format");
  }

  private void html() {
    var request =
        admin
            .request("/templates/" + name + "-page/versions")
            .header("Content-Type", "text/html")
            .POST(BodyPublishers.ofString("<p>{{ id }}</p>"));
    admin.send(request).as(201, TemplateDetail.class);
  }
}
