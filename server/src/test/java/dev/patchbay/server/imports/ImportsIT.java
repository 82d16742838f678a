package dev.patchbay.server.imports;

import static dev.patchbay.server.imports.ImportRig.csv;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportCounts;
import dev.patchbay.model.imports.ImportPass;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import dev.patchbay.testkit.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code /imports}: a spreadsheet is sent, its good rows become requests, each once. */
@ExtendWith(SharedHub.class)
class ImportsIT {

  private final TestHub hub;
  private final ApiCaller support;
  private final ImportRig rig;
  @TempDir private Path folder;

  ImportsIT(TestHub hub) {
    this.hub = hub;
    this.support = hub.as(Role.SUPPORT);
    this.rig = new ImportRig(hub.admin(), support);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** A header and so many rows with an id. */
  private static byte[] rows(String prefix, int count) {
    return ("id,title,status\n"
            + IntStream.range(0, count)
                .mapToObj(i -> prefix + i + ",Lamp " + i + ",open\n")
                .collect(Collectors.joining()))
        .getBytes(UTF_8);
  }

  private List<List<String>> annotated(ImportView run) throws IOException {
    var file = support.get("/imports/" + run.id() + "/annotated");
    assertThat(file.status()).isEqualTo(200);
    var path = Files.write(folder.resolve("annotated.xlsx"), file.body());
    if (!(SpreadsheetFile.open(path) instanceof Opening.Opened(var opened))) {
      throw new AssertionError("it cannot be opened");
    }
    var rows = new ArrayList<List<String>>();
    try (opened) {
      opened.read(
          0, row -> rows.add(row.cells().stream().map(c -> GivenCells.of(c).shown()).toList()));
    }
    return rows;
  }

  private List<ImportProblem> errors(ImportView run) {
    var request = support.request("/imports/" + run.id() + "/errors");
    return support
        .send(request.header("Accept", "application/json").GET())
        .page(ImportProblem.class)
        .items();
  }

  @Test
  void everyRowBecomesOneRequestThoughAnswersAreLost() {
    rig.fault("drop-after-apply", 0.4);

    var run = rig.done("lamps.csv", rows("r-", 1_900), "");

    assertThat(rig.dropped()).isPositive();
    assertThat(run.counts()).isEqualTo(new ImportCounts(1_900, 1_900, 0, 0, 1_900, 0, 0));
    assertThat(run.rows()).isEqualTo(1_900);
    assertThat(run.total()).isEqualTo(1_900);
    assertThat(run.pass()).isEqualTo(ImportPass.FINISHED);
    assertThat(rig.requests()).hasSize(1_900);
  }

  @Test
  void rowsWithoutAnIdAreMadeOnceToo() {
    rig.fault("drop-after-apply", 0.4);
    var lines =
        IntStream.range(0, 900).mapToObj(i -> "Bench " + i).collect(Collectors.joining("\n"));

    rig.done("benches.csv", ("Title\n" + lines).getBytes(UTF_8), "");

    assertThat(rig.dropped()).isPositive();
    assertThat(rig.titles()).hasSize(900).doesNotHaveDuplicates();
  }

  @Test
  void whatIsWrongIsNamedByRowAndColumnAndTheOthersAreMade() throws IOException {
    var file =
        csv(
            "Id;Title;Requested at;LAT;Colour",
            "w-1;Lamp;2026-01-31;52.5;red",
            "w-2;;soon;91;=1+2",
            ";;;;",
            "w-1;Lamp again;;;",
            "w-3;Bench;2026-02-30;;");

    var run = rig.done("wrong.csv", file, "");

    assertThat(run.counts()).isEqualTo(new ImportCounts(4, 1, 2, 1, 1, 0, 0));
    assertThat(run.ignored()).containsExactly("Colour");
    assertThat(errors(run))
        .extracting(p -> p.row() + " " + p.column() + " " + p.header() + " " + p.value())
        .containsExactly(
            "3 B Title ",
            "3 C Requested at soon",
            "3 D LAT 91",
            "5   ",
            "6 C" + " Requested at 2026-02-30");
    assertThat(errors(run).get(3).problem()).contains("same id as row 2");
    var text = support.get("/imports/" + run.id() + "/errors");
    assertThat(text.header("Content-Type")).hasValue("text/csv; charset=utf-8");
    assertThat(text.text().lines().toList())
        .hasSize(6)
        .contains("3,D,LAT,91,must be from -90 to 90");
    var copy = annotated(run);
    assertThat(copy.getFirst())
        .containsExactly("Id", "Title", "Requested at", "LAT", "Colour", "Problems");
    assertThat(copy).hasSize(5);
    assertThat(copy.get(1)).containsExactly("w-1", "Lamp", "2026-01-31", "52.5", "red");
    assertThat(copy.get(2)).startsWith("w-2", "", "soon", "91", "=1+2");
    assertThat(copy.get(2).getLast()).contains("Title is empty", "LAT must be from");
    assertThat(rig.titles()).containsExactly("Lamp");
    assertThat(rig.requests().getFirst().path("requestedAt").asText()).startsWith("2026-01-3");
  }

  @Test
  void aWorkbookIsReadWithItsTypes() throws IOException {
    var layout =
        new TableLayout(
            "Data",
            Locale.ROOT,
            List.of(
                Column.of("id", ColumnType.TEXT),
                Column.of("title", ColumnType.TEXT),
                Column.of("lat", ColumnType.DECIMAL),
                Column.of("expected_at", ColumnType.DATE_TIME),
                Column.of("public", ColumnType.BOOLEAN)));
    var out = new ByteArrayOutputStream();
    var options = XlsxOptions.of(new XlsxOptions.Properties("", "", Instant.EPOCH));
    try (var writer = new TableFormat.Xlsx(options).open(out, layout)) {
      var time = new Cell.DateTime(LocalDateTime.of(2026, 7, 1, 8, 15));
      writer.write(
          List.of(
              new Cell.Text("007"),
              new Cell.Text("Zoë"),
              new Cell.Numeric(0.1 + 0.2),
              time,
              new Cell.Bool(true)));
      writer.write(
          List.of(
              new Cell.Text("008"),
              new Cell.Text("x"),
              new Cell.Numeric(900),
              time,
              new Cell.Bool(false)));
      writer.finish();
    }

    var run = rig.done("any.name", out.toByteArray(), "");

    assertThat(rig.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path("id").asText()).isEqualTo("007");
              assertThat(request.path("title").asText()).isEqualTo("Zoë");
              assertThat(request.path("lat").asDouble()).isEqualTo(0.1 + 0.2);
              assertThat(request.path("public").asBoolean()).isTrue();
            });
    assertThat(annotated(run).get(2)).startsWith("008", "x", "900", "2026-07-01T08:15:00", "false");
  }

  @Test
  void aDryRunTellsAllAndSendsNothing() {
    var run = rig.done("dry.csv", csv("title,lat", "Lamp,1", "Bench,x"), "\"dryRun\":true");

    assertThat(run.counts()).isEqualTo(new ImportCounts(2, 1, 1, 0, 0, 0, 0));
    assertThat(run.pass()).isEqualTo(ImportPass.FINISHED);
    assertThat(errors(run)).hasSize(1);
    assertThat(rig.bulkCalls()).isZero();
  }

  @Test
  void nothingIsSentIfErrorsAreToStopIt() {
    var run =
        rig.imported("stop.csv", csv("title,lat", "Lamp,1", "Bench,x"), "\"onErrors\":\"STOP\"");

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("1 of 2 rows", "nothing was sent");
    assertThat(errors(run)).hasSize(1);
    assertThat(rig.bulkCalls()).isZero();
  }

  @Test
  void theSameFileIsImportedOnceUnlessItIsToBeMadeAgain() {
    var file = csv("title", "Lamp", "Bench");
    var first = rig.done("a.csv", file, "");

    assertThat(rig.send("b.csv", file, "").problem(409).detail()).contains(first.id(), "again");
    rig.done("a.csv", file, "\"again\":true");

    assertThat(rig.titles()).containsExactly("Bench", "Bench", "Lamp", "Lamp");
  }

  @Test
  void rowsOfEarlierImportsAreLeftOut() {
    var first = rig.done("a.csv", csv("id,title", "d-1,Lamp", "d-2,Bench"), "");
    var second = rig.done("b.csv", csv("title,id", "Lamp!,d-1", "Tree,d-3"), "");

    assertThat(second.counts()).isEqualTo(new ImportCounts(2, 1, 0, 1, 1, 0, 0));
    assertThat(errors(second).getFirst().problem()).contains("import " + first.id());
    assertThat(rig.titles()).containsExactly("Bench", "Lamp", "Tree");
  }

  @Test
  void whatTheServiceHasAlreadyIsTold() throws IOException {
    rig.done("a.csv", csv("id,title", "e-1,Lamp"), "");
    var run = rig.done("b.csv", csv("id,title,zip", "e-1,Lamp,1", "e-2,Tree,2"), "\"again\":true");

    assertThat(run.counts()).isEqualTo(new ImportCounts(2, 2, 0, 0, 1, 1, 0));
    assertThat(errors(run))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.row()).isEqualTo(2);
              assertThat(problem.problem()).contains("is there already");
            });
    assertThat(annotated(run).get(1).getLast()).contains("is there already");
  }

  @Test
  void theSameAskedTwiceIsOneImport() {
    var file = csv("title", "Once");
    var first = rig.send("k.csv", file, "", "key-k").as(202, ImportView.class);

    assertThat(rig.send("k.csv", file, "", "key-k").as(202, ImportView.class).id())
        .isEqualTo(first.id());
    assertThat(rig.send("k.csv", csv("title", "Other"), "", "key-k").problem(409).detail())
        .contains("Idempotency-Key");
    rig.ended(first.id());
    assertThat(rig.titles()).containsExactly("Once");
  }

  @Test
  void anImportThatIsCalledOffSendsNoMore() {
    rig.fault("slow", 1);
    var id = rig.send("c.csv", rows("c-", 4_000), "").as(202, ImportView.class).id();
    Eventually.soon().isTrue("some are made", () -> rig.view(id).counts().made() > 0);

    assertThat(support.post("/imports/" + id + "/cancel").status()).isEqualTo(200);

    var run = rig.ended(id);
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    assertThat(run.counts().made()).isLessThan(4_000);
    assertThat(rig.requests().size()).isLessThan(4_000);
    assertThat(support.post("/imports/" + id + "/cancel").problem(409).detail())
        .contains("CANCELLED");
  }

  @Test
  void anImportWaitsForAServiceThatIsSwitchedOffAndSaysSo() {
    var view = support.get("/services/" + rig.service());
    hub.admin()
        .put("/services/" + rig.service(), view.tag(), rig.draft(false))
        .as(200, Object.class);
    var id = rig.send("w.csv", csv("title", "Lamp"), "").as(202, ImportView.class).id();
    Eventually.soon().passes(() -> assertThat(rig.view(id).reason()).contains("switched off"));

    var off = support.get("/services/" + rig.service());
    hub.admin().put("/services/" + rig.service(), off.tag(), rig.draft(true)).as(200, Object.class);

    assertThat(rig.ended(id).state()).isEqualTo(RunState.DONE);
    assertThat(rig.titles()).containsExactly("Lamp");
  }

  @Test
  void aProfileSaysWhichColumnFillsWhichField() {
    var name = "old-list-" + rig.service();
    var profile =
        """
        {"name": "%s", "columns": [
          {"field": "title", "header": "Betreff"},
          {"field": "status", "header": "Stand", "values": {"Offen": "open"}},
          {"field": "requestedAt", "header": "Datum", "pattern": "dd.MM.yyyy",
           "zone": "Europe/Berlin"},
          {"field": "lat", "header": "Breite", "language": "de-DE"},
          {"field": "reporter.name", "header": "Melder"},
          {"field": "channel", "constant": "paper"}]}
        """
            .formatted(name);
    var created = support.post("/import-profiles", profile);
    assertThat(created.status()).isEqualTo(201);
    assertThat(support.post("/import-profiles", profile).status()).isEqualTo(409);
    var file =
        csv(
            "Betreff;Stand;Datum;Breite;Melder",
            "Laterne;offen;31.01.2026;52,5;Zoë",
            "Bank;zu;2026-01-31;;");

    var run = rig.done("alt.csv", file, "\"profile\":\"" + name + "\"");

    assertThat(run.profile()).isEqualTo(name);
    assertThat(run.counts()).isEqualTo(new ImportCounts(2, 1, 1, 0, 1, 0, 0));
    assertThat(rig.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path("status").asText()).isEqualTo("open");
              assertThat(request.path("requestedAt").asText()).isEqualTo("2026-01-30T23:00:00Z");
              assertThat(request.path("lat").asDouble()).isEqualTo(52.5);
              assertThat(request.path("reporter").path("name").asText()).isEqualTo("Zoë");
              assertThat(request.path("channel").asText()).isEqualTo("paper");
            });
    var at = "/import-profiles/" + name;
    assertThat(support.put(at, "\"7\"", profile).status()).isEqualTo(412);
    var changed = support.put(at, created.tag(), profile);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(support.get("/import-profiles").text()).contains(name);
    assertThat(support.delete(at, changed.tag()).status()).isEqualTo(204);
    assertThat(rig.send("alt.csv", file, "\"profile\":\"" + name + "\"").faults(400))
        .containsExactly("/profile");
    assertThat(support.post("/import-profiles", "{\"name\":\"x\"}").faults(400))
        .containsExactly("/columns");
  }
}
