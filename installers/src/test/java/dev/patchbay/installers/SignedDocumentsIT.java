package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.model.signature.SignatureFinding;
import dev.patchbay.model.signature.Verdict;
import dev.patchbay.model.signature.Verification;
import dev.patchbay.model.template.TemplateDetail;
import dev.patchbay.server.process.ChildProcesses;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.DocxFile;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.server.signature.SignatureProcess;
import dev.patchbay.server.signature.SignatureVerifier;
import dev.patchbay.server.signature.VerificationAnswer;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Documents of routes that are stamped and signed, with the processes that do it. */
@ExtendWith(SharedHub.class)
class SignedDocumentsIT {
  private static final String STAMPS =
      """
      [{"$type": "Text", "text": "{key}, {date}"},
       {"$type": "QrCode", "link": "https://hub.example/verify/{document}"}]
      """;

  @TempDir private static Path keys;
  private static TestSigner ann;
  private static Path trusted;

  @TempDir private Path folder;

  private final Workplace work;
  private final ApiCaller admin;
  private final String name;

  SignedDocumentsIT(Workplace work) {
    this.work = work;
    this.admin = work.hub().admin();
    this.name = work.name();
  }

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    ann = TestSigner.named("Ann Example", keys);
    trusted = ann.export(keys.resolve("ann.pem"));
  }

  @BeforeEach
  void connect() {
    var store =
        new ConnectorDraft(
            name + "-files", "local", Map.of("directory", folder.toString()), Map.of(), true);
    admin.post("/connectors", store).as(201, ConnectorView.class);
  }

  private Reply connector(Map<String, String> settings) throws IOException {
    return admin.post("/connectors", draft(settings, TestSigner.PASSWORD));
  }

  private ConnectorDraft draft(Map<String, String> settings, String password) throws IOException {
    var all = new HashMap<>(Map.of("store", name + "-files"));
    all.putAll(settings);
    var secrets = Map.of("signing-key", key(), "signing-password", password);
    return new ConnectorDraft(name, "documents", all, secrets, true);
  }

  private static String key() throws IOException {
    return Base64.getMimeEncoder().encodeToString(Files.readAllBytes(ann.key()));
  }

  private void route(String template) {
    var upload =
        admin
            .request("/templates/" + name + "/versions")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(DocxFile.of(template)));
    admin.send(upload).as(201, TemplateDetail.class);
    var draft =
        new RouteDraft(
            name,
            List.of("request.created"),
            "event.source == '" + work.source() + "'",
            "/data/id",
            name,
            Map.of("template", name, "format", "pdf", "path", "{document}.pdf"),
            WriteMode.APPEND,
            List.of(Workplace.column("id", "Id", CellType.TEXT, "/data/id")),
            RouteState.ACTIVE);
    admin.post("/routes", draft).as(201, RouteView.class);
  }

  private Verification verified(Path file) throws IOException {
    var process = SignatureProcess.installed(Duration.ofMinutes(2), ChildProcesses.ofCommand());
    var answer = new SignatureVerifier(process, List.of(trusted), false).verify(file);
    assertThat(answer).isInstanceOf(VerificationAnswer.Verified.class);
    return ((VerificationAnswer.Verified) answer).found();
  }

  @Test
  void aLetterIsStampedAndSigned() throws IOException {
    connector(
            Map.of(
                "stamps", STAMPS,
                "sign", "B",
                "sign-visible", "bottom-left",
                "sign-reason", "Approved"))
        .as(201, ConnectorView.class);
    route("Dear {{ title }}");
    var check = admin.post("/connectors/" + name + "/check").as(200, CheckResult.class);
    assertThat(check.steps())
        .filteredOn(step -> step.name().equals("signing-key"))
        .extracting(CheckResult.Step::message)
        .allSatisfy(message -> assertThat(message).startsWith("Signs as Ann Example, "))
        .hasSize(1);

    work.post(List.of(work.event("r-1", "Ada")));
    var delivery = work.await(DeliveryState.DELIVERED, 1).getFirst();

    var found = verified(folder.resolve(delivery.id() + ".pdf"));
    assertThat(found.verdict()).as(found::toString).isEqualTo(Verdict.VALID);
    assertThat(found.signatures())
        .extracting(SignatureFinding::signer, SignatureFinding::level, SignatureFinding::wholeFile)
        .containsExactly(tuple("Ann Example", "PAdES-BASELINE-B", true));
    assertThat(work.delivery(delivery.id()).toString())
        .doesNotContain(TestSigner.PASSWORD, key().lines().findFirst().orElseThrow());
    assertThat(work.hub().log().text()).doesNotContain(TestSigner.PASSWORD);
  }

  @Test
  void aPasswordThatIsWrongHoldsTheConnectorUntilTheRightOneIsEntered() throws IOException {
    var signing = Map.of("sign", "B");
    var created = admin.post("/connectors", draft(signing, "wrong"));
    route("Dear {{ title }}");
    work.post(List.of(work.event("r-1", "Ada"), work.event("r-2", "Bo")));
    Eventually.soon()
        .isTrue(
            "the connector says that its credential is refused",
            () -> state() == ConnectorState.CREDENTIAL_REFUSED);

    Eventually.soon()
        .passes(
            () ->
                assertThat(work.deliveries())
                    .hasSize(2)
                    .extracting(delivery -> String.valueOf(delivery.heldBy()))
                    .allSatisfy(
                        why -> assertThat(why).contains("the password of the key is wrong")));

    admin
        .put("/connectors/" + name, created.tag(), draft(signing, TestSigner.PASSWORD))
        .as(200, ConnectorView.class);
    work.await(DeliveryState.DELIVERED, 2);
  }

  private ConnectorState state() {
    return admin.get("/connectors/" + name).as(200, ConnectorView.class).state();
  }

  @Test
  void stampsThatCannotBeDrawnAreNamedInTheForm() throws IOException {
    var stamps = "[{\"$type\": \"Text\", \"text\": \"A\", \"at\": \"somewhere\"}]";

    var refused = connector(Map.of("stamps", stamps)).problem(400);

    var fault = refused.errors().getFirst();
    assertThat(fault.field()).isEqualTo("/settings/stamps");
    assertThat(fault.message()).startsWith("stamps[0].at must be one of");
  }
}
