package dev.patchbay.server.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.connectors.email.MailServerSide;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportView;
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
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.TwoNodes;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Of two nodes the one that works a run stands still for longer than its lease. The other takes the
 * run over and ends it; what the first does when it wakes counts no more.
 */
@Tag("extended")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WokenNodeIT {
  /** So many that a node is still at it when it is told to stand still. */
  private static final int REQUESTS = 500_000;

  private static final int ROWS = 4_000;
  private static final Duration LONG = Duration.ofMinutes(2);

  private Path directory;
  private TwoNodes nodes;
  private ApiCaller admin;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    directory = folder;
    nodes = TwoNodes.start(directory);
    admin = nodes.admin();
    admin.post("/read-models/requests").as(201, Object.class);
    nodes.fill(REQUESTS);
  }

  @AfterAll
  void stop() {
    nodes.close();
  }

  private RunView run(String id) {
    return admin.get("/runs/" + id).as(200, RunView.class);
  }

  private static ExportDraft draft() {
    return new ExportDraft(
        "requests", ExportFormat.CSV, null, "id", List.of("id", "title"), null, null);
  }

  /** Takes long enough to be stopped in the middle of it. */
  private static ExportDraft wide() {
    return new ExportDraft("requests", ExportFormat.XLSX, null, "id", List.of(), null, null);
  }

  @Test
  void anImportGoesOnWithTheOtherAndEachRowIsMadeOnce() {
    try (var rig = new ImportRig(admin, admin)) {
      rig.fault("slow", 1);
      var id = rig.send("many.csv", rows(), "").as(202, ImportView.class).id();
      Eventually.within(LONG).isTrue("some are made", () -> rig.view(id).counts().made() > 500);

      var woken = nodes.standStill(id);
      woken.awaitInsight();

      assertThat(woken.run().state()).as(woken.run().toString()).isEqualTo(RunState.DONE);
      assertThat(rig.view(id).counts()).isEqualTo(new ImportCounts(ROWS, ROWS, 0, 0, ROWS, 0, 0));
      assertThat(rig.titles()).hasSize(ROWS).doesNotHaveDuplicates();
    }
  }

  /** Without ids, so that nothing but the keys of chunks keeps them apart. */
  private static byte[] rows() {
    return ("title\n"
            + IntStream.range(0, ROWS).mapToObj(i -> "Lamp " + i).collect(Collectors.joining("\n")))
        .getBytes(UTF_8);
  }

  @Test
  void anExportIsMadeByTheOtherAndTheFirstAddsNothing() {
    var id = admin.post("/exports", wide()).as(202, RunView.class).id();
    Eventually.within(LONG).isTrue("it is being made", () -> run(id).rows() > 0 || over(id));

    var woken = nodes.standStill(id);
    woken.awaitInsight();

    assertThat(woken.run().state()).as(woken.run().toString()).isEqualTo(RunState.DONE);
    demandWhole(run(id), admin.get("/exports/" + id + "/file").body());
  }

  private boolean over(String id) {
    assertThat(run(id).endedAt()).as("it was too quick").isNull();
    return false;
  }

  private static void demandWhole(RunView run, byte[] content) {
    var file = Objects.requireNonNull(run.file());
    assertThat(run.rows()).isEqualTo(REQUESTS);
    assertThat(content).hasSize((int) file.length());
    assertThat(Sha256.of(content)).isEqualTo(file.sha256());
  }

  @Test
  void aFileIsInALocalStoreOnceAndWhole() throws IOException {
    var root = store("files");
    var place = new StorePlace("files", "requests.csv", OverwritePolicy.NEW_NAME);
    var id = admin.post("/exports", draft().to(place)).as(202, RunView.class).id();
    var workshop = root.resolve(".patchbay");
    Eventually.within(LONG).isTrue("it is written", () -> !isEmpty(workshop) || over(id));

    var woken = nodes.standStill(id);
    woken.awaitInsight();

    assertThat(woken.run().place()).isEqualTo("files/requests.csv");
    assertThat(root.toFile().list()).containsExactlyInAnyOrder(".patchbay", "requests.csv");
    demandWhole(run(id), Files.readAllBytes(root.resolve("requests.csv")));
    Eventually.soon().isTrue("the first part is gone", () -> isEmpty(workshop));
  }

  private Path store(String name) throws IOException {
    var root = Files.createDirectories(directory.resolve(name));
    var settings = Map.of("directory", root.toString());
    admin
        .post("/connectors", new ConnectorDraft(name, "local", settings, Map.of(), true))
        .as(201, ConnectorView.class);
    return root;
  }

  @Test
  void aNodeThatWakesReplacesNoNewerFile() throws IOException {
    var root = store("replaced");
    var place = new StorePlace("replaced", "requests.csv", OverwritePolicy.REPLACE);
    var id = admin.post("/exports", draft().to(place)).as(202, RunView.class).id();
    var workshop = root.resolve(".patchbay");
    Eventually.within(LONG).isTrue("it is written", () -> !isEmpty(workshop) || over(id));

    var woken = nodes.standStill(id, other -> exportIds(other, place));
    woken.awaitInsight();

    Eventually.soon().isTrue("the first part is gone", () -> isEmpty(workshop));
    var later = admin.get("/runs?kind=export").page(RunView.class).items().getFirst();
    demandWhole(later, Files.readAllBytes(root.resolve("requests.csv")));
  }

  private static void exportIds(ApiCaller caller, StorePlace place) {
    var draft =
        new ExportDraft("requests", ExportFormat.CSV, null, "id", List.of("id"), null, null);
    var id = caller.post("/exports", draft.to(place)).as(202, RunView.class).id();
    Eventually.within(LONG)
        .isTrue(
            "it is exported",
            () -> caller.get("/runs/" + id).as(200, RunView.class).state() == RunState.DONE);
  }

  private static boolean isEmpty(Path folder) {
    var names = folder.toFile().list();
    return names == null || names.length == 0;
  }

  /** The first fifty are on the way when it falls still: they may get it twice, and no others. */
  @Test
  void nobodyElseGetsAMailTwiceFromANodeThatWakes() {
    try (var server = new MailServerSide()) {
      admin
          .post(
              "/connectors",
              new ConnectorDraft("mail", "email", server.settings(), MailServerSide.PASSWORD, true))
          .as(201, ConnectorView.class);
      var all = IntStream.range(0, 170).mapToObj(i -> "woken-" + i + "@example.org").toList();
      admin.post("/mail-lists", new MailListDraft("many", all)).as(201, MailListView.class);
      server.stallNextAnswer();
      var order = new MailOrder("mail", List.of("list:many"), null, null, 0);
      var id = admin.post("/exports", draft().mailed(order)).as(202, RunView.class).id();
      Eventually.within(LONG).isTrue("the first have it", () -> received(server, all, 0) == 1);

      var woken = nodes.standStill(id);
      server.hangUp(); // on who waits for the answer since it woke
      woken.awaitInsight();

      assertThat(woken.run().state()).as(woken.run().toString()).isEqualTo(RunState.DONE);
      assertThat(run(id).recipients())
          .hasSize(170)
          .extracting(RecipientView::state)
          .containsOnly(State.ACCEPTED);
      assertThat(IntStream.range(0, 170))
          .allMatch(i -> received(server, all, i) == (i < 50 ? 2 : 1));
      var first = server.mailbox(MailAddress.of(all.getFirst()));
      assertThat(first.getFirst().id()).isEqualTo(first.getLast().id());
    }
  }

  private static int received(MailServerSide server, List<String> all, int number) {
    return server.mailbox(MailAddress.of(all.get(number))).size();
  }
}
