package dev.patchbay.console.viewmodel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeImports;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.imports.ImportsModel.Pane;
import dev.patchbay.model.imports.ImportProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsModelTest {
  private final Desk desk = Desk.with(10);
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("new \"list\".csv"), "title\nPothole\n");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private ImportsModel imports() {
    var model = new ImportsModel(desk.session, desk.notices::add);
    desk.tasks.settle();
    return model;
  }

  private ImportFormModel form(ImportsModel model) {
    model.begin(file);
    desk.tasks.settle();
    return ((Pane.Starting) model.pane().get()).form();
  }

  private static Pane.OfImport shown(ImportsModel model) {
    return (Pane.OfImport) model.pane().get();
  }

  @Test
  void aFileIsCheckedFirstAndThenSentInEarnest() {
    var model = imports();
    var form = form(model);
    assertThat(form.choices().services()).containsExactly("requests");
    assertThat(form.profileNames()).containsExactly("", "Old list");
    form.profile().set("Old list");
    form.start();
    desk.tasks.settle();

    var checked = shown(model).view();
    assertThat(checked.dryRun()).isTrue();
    assertThat(checked.file()).as("quotes are escaped").isEqualTo("new %22list%22.csv");
    assertThat(desk.hub.imports.forms.getFirst())
        .contains("title\nPothole\n", "\"profile\":\"Old list\"", "\"dryRun\":true");
    assertThat(shown(model).problems())
        .extracting(ImportProblem::row)
        .containsExactly(7L, 19L, 20L);
    assertThat(model.canSend(checked)).isTrue();

    model.send(checked);
    desk.tasks.settle();
    assertThat(shown(model).view().dryRun()).isFalse();
    assertThat(desk.hub.imports.forms.getLast())
        .contains("title\nPothole\n", "\"profile\":\"Old list\"", "\"dryRun\":false");
    assertThat(model.canSend(shown(model).view())).isFalse();
  }

  @Test
  void aTextIsLookedAtAgainInTheEncodingThatAPersonChooses() {
    var model = imports();
    var form = form(model);
    assertThat(form.encodings()).startsWith("", "utf-8");
    assertThat(form.readAs()).startsWith("Read as windows-1252; between the cells: semicolon.");
    form.profile().set("Old list");

    form.encoding().set("windows-1250");
    desk.tasks.settle();

    var again = ((Pane.Starting) model.pane().get()).form();
    assertThat(again.readAs()).startsWith("Read as windows-1250;");
    assertThat(again.profile().get()).isEqualTo("Old list");
    again.start();
    desk.tasks.settle();
    assertThat(desk.hub.imports.forms.getLast()).contains("\"encoding\":\"windows-1250\"");
  }

  @Test
  void whatIsWrongIsPutOnThisComputer() throws IOException {
    var model = imports();
    var view = model.imports().get().getFirst();
    model.saveAnnotated(view, folder.resolve("copy.xlsx"));
    model.saveProblems(view, folder.resolve("list.csv"));
    desk.tasks.settle();
    assertThat(folder.resolve("copy.xlsx")).hasBinaryContent(FakeImports.COPY);
    assertThat(folder.resolve("list.csv")).hasContent("row,column\n7,C");
  }

  @Test
  void aFileThatIsGoneOrRefusedIsToldBesideTheForm() throws IOException {
    var model = imports();
    var form = form(model);
    desk.hub.refuseNext(400, "Invalid", "The file is a picture.");
    form.start();
    desk.tasks.settle();
    assertThat(form.problem().get()).isEqualTo("The file is a picture.");

    Files.delete(file);
    form.start();
    desk.tasks.settle();
    assertThat(form.problem().get()).contains("cannot be read or written");
    form.service().set("");
    form.start();
    assertThat(form.problem().get())
        .isEqualTo("No service is configured that could make the requests.");
  }

  @Test
  void aHubWithoutImportsSaysTheFirstStep() {
    desk.hub.imports.forget();
    assertThat(imports().state().get()).isEqualTo(new ListState.NothingYet());
  }
}
