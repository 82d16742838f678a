package dev.patchbay.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.connectors.email.MailServerSide;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.NoticeOrder;
import dev.patchbay.model.job.NoticeOrder.Event;
import dev.patchbay.model.job.NoticeSettings;
import dev.patchbay.model.job.RecipientView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.model.mail.MailListView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.MessageSide.Arrived;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mail about runs that failed, to a real mail server. */
@ExtendWith(FilledReadModel.Shared.class)
class NoticesIT {
  private static final MailAddress ANNA = MailAddress.of("anna@example.org");
  private static final MailAddress BEN = MailAddress.of("ben@example.org");

  private final ApiCaller admin;
  private final ApiCaller support;
  private final ApiCaller viewer;
  private final MailServerSide server = new MailServerSide();
  private final String unique = UUID.randomUUID().toString();
  private final String mail = "mail-" + unique;
  private final String store = "store-" + unique;
  private final String list = "night " + unique;
  @TempDir private Path folder;

  NoticesIT(FilledReadModel model) {
    this.admin = model.hub().admin();
    this.support = model.hub().as(Role.SUPPORT);
    this.viewer = model.viewer();
  }

  @BeforeEach
  void connect() {
    connector(new ConnectorDraft(mail, "email", server.settings(), MailServerSide.PASSWORD, true));
    connector(
        new ConnectorDraft(store, "local", Map.of("directory", folder.toString()), Map.of(), true));
    admin
        .post("/mail-lists", new MailListDraft(list, List.of("ben@example.org")))
        .as(201, MailListView.class);
  }

  private void connector(ConnectorDraft draft) {
    admin.post("/connectors", draft).as(201, ConnectorView.class);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aFailureIsToldToEachRecipientOnceAndThenThatItWorksAgain() throws IOException {
    var taken = Files.writeString(folder.resolve("report.csv"), "of somebody else");
    save("Nachts " + unique, NoticeOrder.of(mail, List.of("anna@example.org", "list:" + list)));

    var failed = run("Nachts " + unique);
    assertThat(failed.state()).as(failed.toString()).isEqualTo(RunState.FAILED);
    var told = arrived(BEN, 1).getFirst();
    assertThat(told.subject()).isEqualTo("Failed: Nachts " + unique);
    assertThat(told.shown()).contains("anna").doesNotContain("ben");
    assertThat(told.text())
        .contains(
            "Schedule: Nachts " + unique,
            "Failed after one try",
            "Another file stands at 'report.csv'",
            "/runs/" + failed.id(),
            "UTC",
            "once an hour");
    assertThat(run("Nachts " + unique).state()).isEqualTo(RunState.FAILED);
    Files.delete(taken);
    assertThat(run("Nachts " + unique).state()).isEqualTo(RunState.DONE);

    var again = arrived(ANNA, 2);
    assertThat(again.getLast().subject()).isEqualTo("Works again: Nachts " + unique);
    assertThat(again.getLast().text()).containsOnlyOnce("Failed after one try").contains("Done");
    assertThat(arrived(BEN, 2)).hasSize(2);
    assertThat(endedNotices(2))
        .allSatisfy(
            run -> {
              assertThat(run.state()).isEqualTo(RunState.DONE);
              assertThat(run.recipients())
                  .extracting(RecipientView::state)
                  .containsExactly(RecipientView.State.ACCEPTED, RecipientView.State.ACCEPTED);
            });
  }

  @Test
  void whereTheMailServerIsAwayTheNoticeWaitsAndWhoHasGotItGetsItNoSecondTime() throws IOException {
    Files.writeString(folder.resolve("report.csv"), "of somebody else");
    server.postpone(ANNA);
    save("waits " + unique, NoticeOrder.of(mail, List.of("anna@example.org", "ben@example.org")));
    run("waits " + unique);

    arrived(BEN, 1);
    assertThat(notice(run -> run.reason() != null).reason()).contains("1 of 2 recipients");
    server.relent();
    arrived(ANNA, 1);
    assertThat(notice(run -> run.endedAt() != null).state()).isEqualTo(RunState.DONE);
    assertThat(server.mailbox(BEN)).hasSize(1);
  }

  @Test
  void ofRunsThatNoScheduleTellsOfTheHubTellsWhoSupportsIt() throws IOException {
    Files.writeString(folder.resolve("report.csv"), "of somebody else");
    var before = admin.get("/settings/notices");
    assertThat(before.as(200, NoticeSettings.class).connector()).isNull();
    var settings = new NoticeSettings(mail, List.of("list:" + list), "Europe/Berlin");
    var saved = admin.put("/settings/notices", before.tag(), settings);
    try {
      assertThat(saved.as(200, NoticeSettings.class)).isEqualTo(settings);
      assertThat(admin.put("/settings/notices", before.tag(), settings).status()).isEqualTo(412);
      assertThat(admin.delete("/connectors/" + mail, "\"1\"").problem(409).detail())
          .contains("/settings/notices");
      save("told " + unique, NoticeOrder.of(mail, List.of("anna@example.org")));
      assertThat(run("told " + unique).state()).isEqualTo(RunState.FAILED);
      admin.post("/schedules", draft("silent " + unique)).as(201, ScheduleView.class);
      var silent = run("silent " + unique);
      var byHand = ordered();

      var told = arrived(BEN, 1).getFirst();
      assertThat(told.subject()).isEqualTo("Failed: export 'silent " + unique + "'");
      assertThat(told.text())
          .contains("Runs of the hub failed.", "/runs/" + silent.id(), "Europe/Berlin")
          .doesNotContain(byHand.id());
      arrived(ANNA, 1);
      assertThat(waiting()).as("the next of them an hour later").contains("Failures");
      assertThat(support.get("/settings/notices").as(200, NoticeSettings.class))
          .isEqualTo(settings);
      assertThat(viewer.get("/settings/notices").status()).isEqualTo(403);
    } finally {
      admin.put("/settings/notices", saved.tag(), NoticeSettings.NOBODY).as(200, Object.class);
    }
  }

  private RunView ordered() {
    var export = Objects.requireNonNull(draft("x").export());
    var asked = viewer.post("/exports", export).as(202, RunView.class);
    return Eventually.soon()
        .get(
            "its end",
            () ->
                Optional.of(viewer.get("/runs/" + asked.id()).as(200, RunView.class))
                    .filter(it -> it.state() == RunState.FAILED));
  }

  private List<String> waiting() {
    return viewer.get("/runs?kind=notice&state=QUEUED").page(RunView.class).items().stream()
        .map(RunView::name)
        .toList();
  }

  @Test
  void whoSupportsTheHubIsCheckedByField() {
    var tag = admin.get("/settings/notices").tag();
    assertThat(
            admin
                .put(
                    "/settings/notices",
                    tag,
                    new NoticeSettings(store, List.of("list:nobody"), "Mars/Base"))
                .faults(400))
        .containsExactly("/connector", "/to/0", "/zone");
    assertThat(
            admin
                .put(
                    "/settings/notices",
                    tag,
                    new NoticeSettings(null, List.of("anna@example.org"), null))
                .faults(400))
        .containsExactly("/connector");
  }

  @Test
  void whoIsToldIsCheckedByField() {
    var faulty =
        new NoticeOrder(
            store,
            List.of("list:nobody", "x@example.org\r\nBcc: y@example.org"),
            List.of(Event.RECOVERED));
    assertThat(admin.post("/schedules", draft("x" + unique).telling(faulty)).faults(400))
        .containsExactly("/notify/connector", "/notify/to/0", "/notify/to/1", "/notify/on");
    assertThat(
            admin
                .post(
                    "/schedules",
                    """
                    {"name": "x", "cron": "0 0 3 1 1 ?", "export": {"dataset": "requests", "format": "CSV"},
                     "notify": {"connector": 1, "to": ["a"], "on": ["LATE"], "loud": true}}
                    """)
                .faults(400))
        .containsExactlyInAnyOrder("/notify/connector", "/notify/on/0", "/notify/loud");
    save("held " + unique, NoticeOrder.of(mail, List.of("list:" + list)));
    assertThat(admin.delete("/connectors/" + mail, "\"1\"").problem(409).detail())
        .contains("schedules use it: held " + unique);
    assertThat(
            admin.delete("/mail-lists/" + list.replace(" ", "%20"), "\"1\"").problem(409).detail())
        .contains("held " + unique);
  }

  private ScheduleDraft draft(String name) {
    var export =
        new ExportDraft("requests", ExportFormat.CSV, null, "id", List.of("id"), null, null)
            .to(new StorePlace(store, "report.csv", OverwritePolicy.REFUSE));
    return ScheduleDraft.of(name, export, "0 0 3 1 1 ?", "UTC");
  }

  private void save(String name, NoticeOrder notice) {
    admin.post("/schedules", draft(name).telling(notice)).as(201, ScheduleView.class);
  }

  private RunView run(String schedule) {
    var path =
        "/schedules/" + URLEncoder.encode(schedule, StandardCharsets.UTF_8).replace("+", "%20");
    var run = support.post(path + "/run").as(202, RunView.class);
    return Eventually.soon()
        .get(
            "its end",
            () ->
                Optional.of(viewer.get("/runs/" + run.id()).as(200, RunView.class))
                    .filter(it -> it.endedAt() != null));
  }

  private List<Arrived> arrived(MailAddress who, int count) {
    return Eventually.soon()
        .get(
            count + " messages",
            () -> Optional.of(server.mailbox(who)).filter(it -> it.size() == count));
  }

  private RunView notice(Predicate<RunView> reached) {
    return Eventually.soon()
        .get("the notice", () -> notices().stream().filter(reached).findFirst());
  }

  /** A message arrives before the run that sent it has written down that it did. */
  private List<RunView> endedNotices(int count) {
    Eventually.soon()
        .isTrue(
            count + " ended notices",
            () -> notices().stream().filter(run -> run.endedAt() != null).count() >= count);
    assertThat(notices()).hasSize(count);
    return notices();
  }

  private List<RunView> notices() {
    return viewer.get("/runs?kind=notice").page(RunView.class).items().stream()
        .filter(run -> run.name().contains(unique))
        .toList();
  }
}
