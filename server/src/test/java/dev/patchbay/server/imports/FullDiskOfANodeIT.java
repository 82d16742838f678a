package dev.patchbay.server.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.StorePlace;
import dev.patchbay.model.job.StorePlace.OverwritePolicy;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.chaos.rig.SmallDisk;
import dev.patchbay.server.demo.Ports;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.NodeOnSmallDisk;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk that a node makes files on runs full: nothing half-written is seen, what waits says that
 * it is the disk, goes on once there is room, and leaves nothing behind.
 */
@Tag("extended")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskOfANodeIT {
  private static final int REQUESTS = 30_000;
  private static final int ROWS = 4_000;
  private static final long SMALL = 256 << 10;
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String NO_ROOM = "No space left on device";

  private Path directory;
  private TestDatabase database;
  private NodeOnSmallDisk node;
  private HttpClient http;
  private ApiCaller admin;
  private ApiCaller management;
  private ImportRig rig;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    directory = folder;
    assumeTrue(
        SmallDisk.possible(),
        "skipped: users may have no name spaces of their own here (unshare --user --mount)");
    database = TestDatabase.create();
    var url =
        "%s?user=%s&password=%s"
            .formatted(database.jdbcUrl(), database.user(), database.password());
    var ports = Ports.free();
    node = NodeOnSmallDisk.start(directory, url, ports);
    http = HttpClient.newHttpClient();
    var key = Optional.of(Files.readString(directory.resolve("admin.key")).strip());
    admin = new ApiCaller(http, URI.create("http://127.0.0.1:" + ports.api()), key, _ -> {});
    var beside = URI.create("http://127.0.0.1:" + ports.management());
    management = new ApiCaller(http, beside, Optional.empty(), _ -> {});
    rig = new ImportRig(admin, admin);
    admin.post("/read-models/requests").as(201, Object.class);
    var settings = Map.of("directory", node.store().toString());
    admin
        .post("/connectors", new ConnectorDraft("near", "local", settings, Map.of(), true))
        .as(201, ConnectorView.class);
    fill();
  }

  @AfterAll
  void stop() {
    if (node != null) {
      rig.close();
      http.close();
      node.close();
    }
  }

  private void fill() throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.connectionProperties());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO request_view (generation, id, title, status, requested_at, day)
          SELECT 1, 'r-' || i, md5(i::text) || md5(i || 'x') || md5(i || 'y'), 'open', now(),
            current_date FROM generate_series(1, %d) i
          """
              .formatted(REQUESTS));
    }
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    node.free();
    Eventually.soon()
        .passes(() -> assertThat(node.files()).allMatch(name -> name.startsWith("store/f-")));
  }

  /** A server without room works on: whatever asks it is answered. */
  private void staysReady() {
    assertThat(management.get("//health/ready").status()).isEqualTo(200);
  }

  private static ExportDraft draft() {
    return new ExportDraft(
        "requests", ExportFormat.CSV, null, "id", List.of("id", "title"), null, null);
  }

  private RunView run(String id) {
    return admin.get("/exports/" + id).as(200, RunView.class);
  }

  private RunView waiting(String id) {
    return Eventually.within(LONG)
        .get(
            "a reason",
            () ->
                Optional.of(run(id))
                    .filter(run -> run.state() == RunState.QUEUED && run.reason() != null));
  }

  private RunView done(String id) {
    var run =
        Eventually.within(LONG)
            .get("the end", () -> Optional.of(run(id)).filter(it -> it.endedAt() != null));
    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    return run;
  }

  private void demandToldOf(String reason) {
    assertThat(reason).contains("disk", NO_ROOM).doesNotContain(directory.toString());
  }

  @Test
  void anExportThatFindsNoRoomWaitsAndIsMadeWhole() throws IOException {
    node.leave(SMALL);

    var waiting = waiting(admin.post("/exports", draft()).as(202, RunView.class).id());

    demandToldOf(String.valueOf(waiting.reason()));
    assertThat(waiting.file()).isNull();
    assertThat(node.files()).noneMatch(name -> name.startsWith("tmp/"));
    staysReady();
    node.free();
    var done = done(waiting.id());
    assertThat(done.rows()).isEqualTo(REQUESTS);
    assertThat(admin.get("/exports/" + done.id() + "/file").text().lines()).hasSize(REQUESTS + 1);
  }

  @Test
  void anExportThatFindsNoRoomForAFolderWaitsToo() throws IOException {
    node.leave(0);

    var waiting = waiting(admin.post("/exports", draft()).as(202, RunView.class).id());

    demandToldOf(String.valueOf(waiting.reason()));
    staysReady();
    node.free();
    done(waiting.id());
  }

  @Test
  void aStoreWithoutRoomShowsNoPartAndGetsTheWholeFileLater() throws IOException {
    var whole = done(admin.post("/exports", draft()).as(202, RunView.class).id());
    long length = whole.file() == null ? 0 : whole.file().length();
    var place = new StorePlace("near", "f-{run}.csv", OverwritePolicy.NEW_NAME);
    node.leave(length + SMALL); // for the work, but not for the store beside it

    var waiting = waiting(admin.post("/exports", draft().to(place)).as(202, RunView.class).id());

    demandToldOf(String.valueOf(waiting.reason()));
    assertThat(node.files()).noneMatch(name -> name.contains(waiting.id()));
    assertThat(node.files()).noneMatch(name -> name.endsWith(".part"));
    staysReady();
    node.free();
    var done = done(waiting.id());
    assertThat(node.read("store/f-" + done.id() + ".csv"))
        .isEqualTo(admin.get("/exports/" + done.id() + "/file").body());
  }

  @Test
  void anUploadThatFindsNoRoomIsRefusedWithTheReasonAndLeavesNothing() throws IOException {
    var file = rows(ROWS, 0);
    node.leave(SMALL);

    var refused = rig.send("full.csv", file, "").problem(503);

    assertThat(refused.detail()).contains("disk", "Make room");
    assertThat(node.files()).noneMatch(name -> name.startsWith("tmp/"));
    assertThat(imports()).noneMatch(run -> run.name().equals("full.csv"));
    staysReady();
    node.free();
    var once = rig.done("full.csv", file, "\"dryRun\":true");
    assertThat(once.counts().read()).isEqualTo(ROWS);
  }

  @Test
  void anUploadThatFindsNoRoomForAFolderIsRefusedWithTheReason() throws IOException {
    node.leave(0);

    var refused = rig.send("folder.csv", rows(10, 0), "").problem(503);

    assertThat(refused.detail()).contains("disk", "Make room");
    staysReady();
  }

  private List<ImportView> imports() {
    return admin.get("/imports?limit=100").page(ImportView.class).items();
  }

  @Test
  void anImportThatFindsNoRoomForItsErrorsWaitsAndSendsEachRowOnce() throws IOException {
    importsOnceThereIsRoom(
        "errors", rows(ROWS, ROWS - 100), new ImportCounts(ROWS, 100, ROWS - 100, 0, 100, 0, 0));
  }

  @Test
  void anImportThatFindsNoRoomForItsAnnotatedCopyWaitsAndSendsEachRowOnce() throws IOException {
    importsOnceThereIsRoom(
        "annotated", rows(ROWS, 1), new ImportCounts(ROWS, ROWS - 1, 1, 0, ROWS - 1, 0, 0));
  }

  private void importsOnceThereIsRoom(String name, byte[] file, ImportCounts counts)
      throws IOException {
    long before = rig.titles().size();
    node.leave(file.length + SMALL);

    var id = rig.send(name + ".csv", file, "").as(202, ImportView.class).id();
    var waiting =
        Eventually.within(LONG)
            .get("a reason", () -> Optional.of(rig.view(id)).filter(run -> run.reason() != null));

    demandToldOf(String.valueOf(waiting.reason()));
    assertThat(waiting.state()).isEqualTo(RunState.QUEUED);
    assertThat(rig.titles()).hasSize((int) before);
    assertThat(node.files()).noneMatch(each -> each.startsWith("tmp/"));
    staysReady();
    node.free();
    var ended = rig.ended(id);
    assertThat(ended.state()).as(ended.toString()).isEqualTo(RunState.DONE);
    assertThat(ended.counts()).isEqualTo(counts);
    assertThat(rig.titles()).hasSize((int) before + (int) counts.made()).doesNotHaveDuplicates();
    assertThat(admin.get("/imports/" + id + "/annotated").status()).isEqualTo(200);
  }

  /** Rows that cannot be pressed together much; the first ones have no time in their time. */
  private static byte[] rows(int count, int faulty) {
    var random = new Random(count + 31L * faulty);
    return ("title,requestedAt\n"
            + IntStream.range(0, count)
                .mapToObj(i -> title(random) + (i < faulty ? ",never" : ",2026-01-01T00:00:00Z"))
                .collect(Collectors.joining("\n")))
        .getBytes(UTF_8);
  }

  private static String title(Random random) {
    var bytes = new byte[150];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
