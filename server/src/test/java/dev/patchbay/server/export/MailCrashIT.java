package dev.patchbay.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.connectors.email.MailServerSide;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.MailOrder;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RecipientView.State;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Victim;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server is killed once the mail server has taken a message and before it has noted that. Who was
 * noted gets no second mail; who was not gets it again, as one that can be told to be the same.
 */
@Tag("extended")
class MailCrashIT {
  private static final MailAddress ANNA = MailAddress.of("anna@example.org");
  private static final MailAddress BEN = MailAddress.of("ben@example.org");
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path directory;
  private final MailServerSide mail = new MailServerSide();
  private final HttpClient http = HttpClient.newHttpClient();
  private final TestDatabase database = TestDatabase.create();
  private Victim server;
  private ApiCaller admin;

  @BeforeEach
  void start() throws IOException {
    var url =
        "%s?user=%s&password=%s"
            .formatted(database.jdbcUrl(), database.user(), database.password());
    var ports = Ports.free();
    server = Victim.node(directory, directory, url, ports);
    var key = Files.readString(directory.resolve("admin.key")).strip();
    var api = URI.create("http://127.0.0.1:" + ports.api());
    admin = new ApiCaller(http, api, Optional.of(key), _ -> {});
    admin.post("/read-models/requests").as(201, Object.class);
  }

  @AfterEach
  void stop() {
    server.close();
    http.close();
    mail.close();
  }

  private void connect(Map<String, String> more) {
    var settings = new HashMap<>(mail.settings());
    settings.putAll(more);
    var draft = new ConnectorDraft("mail", "email", settings, MailServerSide.PASSWORD, true);
    admin.post("/connectors", draft).as(201, ConnectorView.class);
  }

  private String ordered() {
    var to = List.of(ANNA.toString(), BEN.toString());
    var draft =
        new ExportDraft("requests", ExportFormat.CSV, null, "id", List.of("id"), "Cases", null)
            .mailed(new MailOrder("mail", to, null, null, null));
    return admin.post("/exports", draft).as(202, RunView.class).id();
  }

  private RunView run(String id, Predicate<RunView> reached) {
    return Eventually.within(LONG)
        .get(
            "the run",
            () -> Optional.of(admin.get("/exports/" + id).as(200, RunView.class)).filter(reached));
  }

  private void dieOnceArrived(MailAddress address) {
    Eventually.within(LONG).isTrue("it has come", () -> mail.mailbox(address).size() == 1);
    server.dieNow();
    server.rise();
  }

  private void demandDone(String id) {
    var run = run(id, it -> it.endedAt() != null);
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(run.recipients()).extracting(RecipientView::state).containsOnly(State.ACCEPTED);
  }

  @Test
  void whoIsNotedGetsNoSecondMailAndWhoseAnswerWasOnItsWayGetsTheSameAgain() throws IOException {
    connect(Map.of());
    mail.postpone(BEN);
    var id = ordered();
    run(id, it -> it.reason() != null);
    mail.stallNextAnswer();
    mail.relent();

    dieOnceArrived(BEN);

    demandDone(id);
    assertThat(mail.mailbox(ANNA)).hasSize(1);
    demandSameTwice(BEN);
  }

  @Test
  void killedBetweenRecipientsItSendsToThoseWhoseAnswerIsNotNoted() throws IOException {
    connect(Map.of("recipients-per-message", "1"));
    mail.stallNextAnswer();
    var id = ordered();

    dieOnceArrived(ANNA);

    demandDone(id);
    demandSameTwice(ANNA);
    assertThat(mail.mailbox(BEN)).hasSize(1);
  }

  private void demandSameTwice(MailAddress address) {
    var both = mail.mailbox(address);
    assertThat(both).hasSize(2);
    assertThat(both.getFirst().id()).isEqualTo(both.getLast().id());
    assertThat(both.getFirst().attachments())
        .usingRecursiveComparison()
        .isEqualTo(both.getLast().attachments());
  }
}
