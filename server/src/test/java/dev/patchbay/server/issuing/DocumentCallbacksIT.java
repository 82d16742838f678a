package dev.patchbay.server.issuing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.document.IssuedDocument;
import dev.patchbay.core.document.IssuedDocument.Content;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.document.DocumentDetail;
import dev.patchbay.model.document.DocumentReceipt;
import dev.patchbay.model.document.DocumentStatus;
import dev.patchbay.model.document.DocumentStep;
import dev.patchbay.model.document.DocumentView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.store.Database;
import dev.patchbay.store.DatabaseOptions;
import dev.patchbay.store.document.JdbcDocumentRegister;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /webhooks/documents/callback} and {@code /documents}. */
@ExtendWith(SharedHub.class)
class DocumentCallbacksIT {
  private static final String PATH = "/webhooks/documents/callback";
  private static final String JSON = "application/json";

  private final Workplace work;
  private final ApiCaller stranger;
  private final ApiCaller viewer;
  private final String secret;
  private final String former;
  private final String document;

  DocumentCallbacksIT(Workplace work) {
    this.work = work;
    this.stranger = work.hub().stranger();
    this.viewer = work.hub().as(Role.VIEWER);
    this.secret = secret("a secret of 24 bytes or more for " + work.name());
    this.former = secret("the one before, of 24 bytes too, for " + work.name());
    this.document = "1-1-" + work.name();
  }

  private static String secret(String key) {
    return "whsec_" + Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
  }

  @BeforeEach
  void issue() {
    var connector =
        new ConnectorDraft(
            work.name(),
            "documents",
            Map.of("store", "archive"),
            Map.of("callback-secret", secret, "former-callback-secret", former),
            true);
    work.hub().admin().post("/connectors", connector).as(201, ConnectorView.class);
    var login = work.hub().database();
    try (var database =
        Database.open(new DatabaseOptions(login.jdbcUrl(), login.user(), login.password(), 2))) {
      new JdbcDocumentRegister(database)
          .issued(
              new IssuedDocument(
                  document,
                  work.name(),
                  new TemplateVersion("letter", 1),
                  "r-1",
                  new Content("application/pdf", 3, "ab"),
                  "archive/letters/" + document + ".pdf"));
    }
  }

  /** One try of a message, signed. */
  private Reply send(String id, Instant at, String signedWith, String body) {
    var signature = signature(signedWith, id, at, body);
    return send(id, Long.toString(at.getEpochSecond()), signature, body);
  }

  private Reply send(String id, String timestamp, String signature, String body) {
    return stranger.send(
        stranger
            .with("POST", PATH, JSON, body)
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp)
            .header("webhook-signature", signature));
  }

  private static String signature(String secret, String id, Instant at, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
      var signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String body(String status) {
    return "{\"documentId\": \"%s\", \"status\": \"%s\", \"url\": \"https://archive.example/1\"}"
        .formatted(document, status);
  }

  private DocumentDetail shown() {
    return viewer.get("/documents/" + document).as(200, DocumentDetail.class);
  }

  @Test
  void aMessageCountsOnceHoweverOftenItIsSent() {
    var first =
        send("msg_1", Instant.now(), secret, body("ARCHIVED")).as(200, DocumentReceipt.class);
    var again =
        send("msg_1", Instant.now().plusSeconds(1), secret, body("ARCHIVED"))
            .as(200, DocumentReceipt.class);

    assertThat(first.status()).isEqualTo(DocumentStatus.ARCHIVED);
    assertThat(again).isEqualTo(first);
    assertThat(shown().document().url()).isEqualTo("https://archive.example/1");
    assertThat(shown().history())
        .extracting(DocumentStep::status)
        .containsExactly(DocumentStatus.ISSUED, DocumentStatus.ARCHIVED);
    assertThat(
            viewer
                .get("/documents?status=ARCHIVED&connector=" + work.name())
                .page(DocumentView.class)
                .items())
        .containsExactly(shown().document());
  }

  @Test
  void bothSecretsCountWhileOneIsExchanged() {
    var now = Instant.now();
    send("msg_1", now, former, body("RECEIVED")).as(200, DocumentReceipt.class);
    var both =
        signature(secret("nobody knows this one, it is only here"), "msg_2", now, body("SIGNED"))
            + " "
            + signature(secret, "msg_2", now, body("SIGNED"));
    send("msg_2", Long.toString(now.getEpochSecond()), both, body("SIGNED"))
        .as(200, DocumentReceipt.class);

    assertThat(shown().document().status()).isEqualTo(DocumentStatus.SIGNED);
  }

  @Test
  void whoeverDoesNotSignIsRefused() {
    var now = Instant.now();
    var other = secret("nobody knows this one, it is only here");
    var refused = send("msg_1", now, other, body("SIGNED")).problem(401);
    assertThat(refused.title()).isEqualTo("A signature that fits is needed");
    send("msg_1", now.minusSeconds(310), secret, body("SIGNED")).problem(401);
    send("msg_1", now.plusSeconds(330), secret, body("SIGNED")).problem(401);
    stranger.post(PATH, body("SIGNED")).problem(401);
    work.hub().admin().post(PATH, body("SIGNED")).problem(401);

    assertThat(shown().document().status()).isEqualTo(DocumentStatus.ISSUED);
  }

  @Test
  void whatIsWrongIsNamed() {
    var now = Instant.now();
    assertThat(send("msg_1", now, secret, body("LOST")).faults(400)).containsExactly("/status");
    var ofTheHub = send("msg_1", now, secret, body("ISSUED")).problem(400).errors().getFirst();
    assertThat(ofTheHub.field()).isEqualTo("/status");
    assertThat(ofTheHub.message()).startsWith("must be one of").doesNotContain("ISSUED");
    assertThat(send("msg_1", now, secret, "{\"status\": \"SIGNED\", \"mood\": 1}").faults(400))
        .containsExactly("/documentId", "/mood");
    var link = body("SIGNED").replace("https://", "javascript:");
    assertThat(send("msg_1", now, secret, link).faults(400)).containsExactly("/url");
    assertThat(send("msg_1", now, secret, "no JSON").problem(400).errors()).hasSize(1);
    send("msg_1", now, secret, body("SIGNED").replace(document, "1-2-other")).problem(404);
    send("msg_1", now, secret, " ".repeat(70_000)).problem(413);
    assertThat(stranger.get(PATH).problem(405).status()).isEqualTo(405);

    send("msg_1", now, secret, body("SIGNED")).as(200, DocumentReceipt.class);
  }

  @Test
  void aSystemTellsOfTheDocumentsOfItsConnectorOnly() {
    var other = new Workplace(work.hub(), work.google());
    var foreign = secret("the secret of another document system");
    var connector =
        new ConnectorDraft(
            other.name(),
            "documents",
            Map.of("store", "archive"),
            Map.of("callback-secret", foreign),
            true);
    work.hub().admin().post("/connectors", connector).as(201, ConnectorView.class);

    send("msg_1", Instant.now(), foreign, body("SIGNED")).problem(404);
  }

  @Test
  void aConnectorNeedsAStoreOrMailAndKeepsItsSecrets() {
    var draft = new ConnectorDraft(work.name() + "-x", "documents", Map.of(), Map.of(), true);
    assertThat(work.hub().admin().post("/connectors", draft).faults(400))
        .containsExactly("/settings/store");
    assertThat(work.hub().hasAnswered(secret)).isFalse();
  }
}
