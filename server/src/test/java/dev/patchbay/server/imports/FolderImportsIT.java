package dev.patchbay.server.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.FolderImport.Afterwards;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.FilledReadModel;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that import the files of a folder, with the stand-in Request Service. */
@ExtendWith(FilledReadModel.Shared.class)
class FolderImportsIT {
  private final ApiCaller admin;
  private final ApiCaller support;
  private final ApiCaller viewer;
  private final FolderRig rig;
  @TempDir private Path root;

  FolderImportsIT(FilledReadModel model) {
    this.admin = model.hub().admin();
    this.support = model.hub().as(Role.SUPPORT);
    this.viewer = model.viewer();
    this.rig = new FolderRig(model);
  }

  @BeforeEach
  void connect() throws IOException {
    Files.createDirectories(root.resolve("in"));
    rig.connect("local", Map.of("directory", root.toString()), Map.of());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void eachFileIsImportedOnceAndPutAsideByHowThatEnded() throws IOException {
    put("a.csv", "title\nLamp\nBin\n");
    put("b.csv", "title\nSign\n");
    put("broken.csv", "title,title\nx,y\n");
    put("notes.txt", "not meant");
    put("done/a.csv", "older");
    save(Afterwards.MOVE);

    var run = rig.run();

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("1 of 3 files were not imported", "'broken.csv'");
    assertThat(rig.far().titles()).containsExactly("Bin", "Lamp", "Sign");
    assertThat(files())
        .containsExactlyInAnyOrder(
            "notes.txt", "done/a.csv", "done/a (2).csv", "done/b.csv", "failed/broken.csv");
    assertThat(Files.readString(root.resolve("in/done/a.csv"))).isEqualTo("older");
    assertThat(rig.log(run))
        .anyMatch(line -> line.matches("'a.csv' is imported by run [-0-9a-f]{36}\\."))
        .anyMatch(line -> line.equals("'b.csv' is imported; it stands at 'in/done/b.csv' now."))
        .anyMatch(line -> line.startsWith("'broken.csv' is not imported: "));
    assertThat(rig.imports()).hasSize(2).allMatch(it -> it.state() == RunState.DONE);
    assertThat(rig.imports()).allMatch(it -> it.askedBy().equals("schedule " + rig.name()));

    assertThat(rig.run().state()).as("nothing is left to do").isEqualTo(RunState.DONE);
    assertThat(rig.imports()).hasSize(2);
  }

  @Test
  void aFileThatComesAgainIsNotImportedAgainUnlessItFailed() throws IOException {
    save(Afterwards.MOVE);
    put("a.csv", "title\nLamp\n");
    put("bad.csv", "<html>");
    assertThat(rig.run().state()).isEqualTo(RunState.FAILED);

    put("a.csv", "title\nLamp\n");
    put("bad.csv", "<html>");
    var run = rig.run();

    assertThat(run.reason())
        .startsWith("1 of 2 files were not imported. 'bad.csv': The file is a web page");
    assertThat(rig.log(run))
        .anyMatch(line -> line.startsWith("'a.csv' was imported before"))
        .anyMatch(line -> line.endsWith("as CSV; it stands at 'in/failed/bad (2).csv' now."));
    assertThat(rig.far().titles()).containsExactly("Lamp");
    assertThat(files())
        .containsExactlyInAnyOrder(
            "done/a.csv", "done/a (2).csv", "failed/bad.csv", "failed/bad (2).csv");
  }

  @Test
  void aFileThatStaysIsRememberedByItsContent() throws IOException {
    save(Afterwards.LEAVE);
    put("a.csv", "title\nLamp\n");
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(rig.imports()).hasSize(1);

    put("a.csv", "title\nLamp\nBench\n");
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);

    assertThat(rig.imports()).hasSize(2);
    assertThat(rig.far().titles()).containsExactly("Bench", "Lamp");
    assertThat(files()).containsExactly("a.csv");
  }

  @Test
  void aScheduleThatIsTakenAwayLetsItsRunEnd() throws IOException {
    save(Afterwards.MOVE, 2, 20);
    put("a.csv", "title\nLamp\n");
    var begun = rig.begin();
    rig.saying(begun, "lie unchanged");
    var tag = viewer.get(rig.path()).tag();
    assertThat(admin.delete(rig.path(), tag).status()).isEqualTo(204);

    assertThat(rig.ended(begun).state()).isEqualTo(RunState.DONE);
    assertThat(files()).containsExactly("done/a.csv");
  }

  @Test
  void aFileThatIsBeingWrittenIsLeftForTheNextRun() throws IOException {
    save(Afterwards.MOVE, 2, 20);
    put("a.csv", "title\nLamp\n");
    var begun = rig.begin();
    rig.saying(begun, "lie unchanged");
    put("a.csv", "title\nLamp\nBin\n");
    var run = rig.ended(begun);

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(rig.far().titles()).isEmpty();
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(rig.far().titles()).containsExactly("Bin", "Lamp");
  }

  @Test
  void aRunTakesSoManyFilesAndTheNextOneTheRest() throws IOException {
    save(Afterwards.MOVE, 1, 2);
    for (int i = 0; i < 3; i++) {
      put("f" + i + ".csv", "title\nLamp " + i + "\n");
    }
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(files()).containsExactlyInAnyOrder("done/f0.csv", "done/f1.csv", "f2.csv");
    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(rig.far().titles()).containsExactly("Lamp 0", "Lamp 1", "Lamp 2");
  }

  @Test
  void whatARunLeavesUndoneTheNextOneEnds() throws IOException {
    save(Afterwards.MOVE);
    put("a.csv", "title\nLamp\n");
    rig.far().fault("503", 1);
    var begun = rig.begin();
    rig.saying(begun, "not imported yet");
    rig.cancel(begun);
    rig.ended(begun);
    rig.far().mend();

    var run = rig.run();

    assertThat(run.state()).as(run.toString()).isEqualTo(RunState.DONE);
    assertThat(rig.imports()).hasSize(1);
    assertThat(files()).containsExactly("done/a.csv");
    assertThat(rig.far().titles()).containsExactly("Lamp");
  }

  @Test
  void whatIsWrongIsNamedByField() {
    var faulty =
        new FolderImport(
            "nobody",
            "../up",
            "[",
            "nobody",
            "nothing",
            null,
            OnErrors.SKIP,
            Afterwards.MOVE,
            0,
            0,
            null,
            null);
    assertThat(faults(ScheduleDraft.of(rig.name(), faulty, "0 0 3 1 1 ?", "UTC")))
        .containsExactly(
            "/import/connector",
            "/import/folder",
            "/import/pattern",
            "/import/profile",
            "/import/settleSeconds",
            "/import/most");
    var both =
        """
        {"name": "x", "cron": "0 0 3 1 1 ?", "export": {"dataset": "requests", "format": "CSV"},
         "import": {"connector": "%s"}}
        """
            .formatted(rig.store());
    assertThat(admin.post("/schedules", both).faults(400)).containsExactly("/import");
    assertThat(admin.post("/schedules", "{\"name\": \"x\", \"cron\": \"0 0 3 1 1 ?\"}").faults(400))
        .containsExactly("/export");
  }

  private List<String> faults(ScheduleDraft draft) {
    return admin.post("/schedules", draft).faults(400);
  }

  @Test
  void filesAreReadInTheEncodingAndWithTheSeparatorThatAreSaid() throws IOException {
    Files.writeString(
        root.resolve("in/a.csv"),
        "nr|title\n1|Žofie, Łódź\n2|Lamp, Bin\n",
        Charset.forName("windows-1250"));
    rig.save(reading("windows-1250", "bar"));

    assertThat(rig.run().state()).isEqualTo(RunState.DONE);
    assertThat(rig.far().titles()).containsExactly("Lamp, Bin", "Žofie, Łódź");
  }

  @Test
  void anEncodingOrSeparatorThatNobodyKnowsIsNamed() {
    assertThat(
            faults(ScheduleDraft.of(rig.name(), reading("klingon", "dot"), "0 0 3 1 1 ?", "UTC")))
        .containsExactly("/import/encoding", "/import/separator");
  }

  private FolderImport reading(String encoding, String separator) {
    return new FolderImport(
        rig.store(),
        "in",
        "*.csv",
        rig.far().service(),
        null,
        null,
        OnErrors.SKIP,
        Afterwards.MOVE,
        1,
        20,
        encoding,
        separator);
  }

  @Test
  void whatItNeedsIsNotTakenAway() {
    var profile =
        new ImportProfileDraft("old " + rig.unique(), List.of(ImportColumn.of("title", "Betreff")));
    admin.post("/import-profiles", profile).as(201, ImportProfileView.class);
    rig.save(
        new FolderImport(
            rig.store(),
            "in",
            "*.csv",
            rig.far().service(),
            profile.name(),
            null,
            OnErrors.STOP,
            Afterwards.MOVE,
            null,
            null,
            null,
            null));
    var view = viewer.get(rig.path()).as(200, ScheduleView.class);
    assertThat(view.does()).isEqualTo("Imports " + rig.store() + "/in/*.csv");
    assertThat(view.draft().files()).isNotNull();
    for (var needed :
        List.of(
            "/connectors/" + rig.store(),
            "/services/" + rig.far().service(),
            "/import-profiles/" + profile.name().replace(" ", "%20"))) {
      assertThat(admin.delete(needed, "\"1\"").problem(409).detail())
          .as(needed)
          .contains(rig.name());
    }
    assertThat(support.post(rig.path() + "/pause").status()).isEqualTo(200);
  }

  @Test
  void aFolderThatIsNotThereIsSaidInTheRun() {
    rig.save(rig.order("nowhere", Afterwards.MOVE, 1, 20));
    var begun = rig.begin();
    rig.saying(begun, "The folder 'nowhere' does not exist");
    rig.cancel(begun);
  }

  private void put(String file, String content) throws IOException {
    var place = root.resolve("in").resolve(file);
    Files.createDirectories(place.getParent());
    Files.writeString(place, content, UTF_8);
  }

  /** What stands in the folder and below it. */
  private Set<String> files() throws IOException {
    var in = root.resolve("in");
    try (var all = Files.walk(in)) {
      return all.filter(Files::isRegularFile)
          .map(file -> in.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }

  private void save(Afterwards afterwards) {
    save(afterwards, 1, 20);
  }

  private void save(Afterwards afterwards, int settleSeconds, int most) {
    rig.save(rig.order("in", afterwards, settleSeconds, most));
  }
}
