package dev.patchbay.console.viewmodel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.imports.ImportsModel.Pane;
import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportProfileView;
import dev.patchbay.model.imports.RequestField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which columns of a file fill which fields. */
class ImportFormModelTest {
  private final Desk desk = Desk.with(10);
  @TempDir private Path folder;
  private ImportsModel imports;
  private ImportFormModel form;

  @BeforeEach
  void open() throws IOException {
    var file = Files.writeString(folder.resolve("list.csv"), "Title;Datum;Breite\n");
    imports = new ImportsModel(desk.session, desk.notices::add);
    imports.begin(file);
    desk.tasks.settle();
    form = ((Pane.Starting) imports.pane().get()).form();
  }

  @AfterEach
  void close() {
    imports.close();
    desk.close();
  }

  private ImportLine line(String place) {
    return form.columns().lines().stream()
        .filter(line -> line.column().place().equals(place))
        .findFirst()
        .orElseThrow();
  }

  private String sent() {
    form.start();
    desk.tasks.settle();
    return desk.hub.imports.forms.getLast();
  }

  private ImportProfileView kept(String name) {
    return Objects.requireNonNull(desk.hub.imports.profiles.get(name));
  }

  @Test
  void columnsThatNobodyChangesAreLeftToTheHub() {
    assertThat(form.columns().lines())
        .extracting(line -> line.field().get())
        .containsExactly("title", "", "", "");
    assertThat(sent()).contains("\"columns\":[]", "\"sheet\":\"Sheet1\"").doesNotContain("profile");
  }

  @Test
  void aColumnIsGivenAFieldAndHowItIsWritten() {
    line("B").field().set("requestedAt");
    line("B").pattern().set("dd.MM.yyyy ");
    line("C").field().set("lat");
    line("C").language().set("de-DE");
    line("C").pattern().set("is for times only");
    line("E").field().set("attributes.Colour");

    assertThat(line("B").kind()).contains(RequestField.Kind.TIME);
    assertThat(line("E").choices()).endsWith("attributes.Colour").startsWith("", "title");
    assertThat(form.columns().chosen())
        .containsExactly(
            ImportColumn.of("title", "Title"),
            column("requestedAt", "Datum", "dd.MM.yyyy", null),
            column("lat", "Breite", null, "de-DE"),
            ImportColumn.of("attributes.Colour", "Colour"));
    assertThat(sent()).contains("\"field\":\"requestedAt\"", "\"pattern\":\"dd.MM.yyyy\"");
  }

  private static ImportColumn column(
      String field, String header, @Nullable String pattern, @Nullable String language) {
    return new ImportColumn(field, header, null, null, pattern, language, null, true, Map.of());
  }

  @Test
  void aProfileIsSentByItsNameUnlessItIsChanged() {
    form.profile().set("Old list");
    assertThat(line("B").field().get()).isEqualTo("requestedAt");
    assertThat(line("B").pattern().get()).isEqualTo("dd.MM.yyyy");
    assertThat(form.columns().lacking()).containsExactly("Stand");
    assertThat(sent()).contains("\"profile\":\"Old list\"", "\"columns\":[]");
  }

  @Test
  void aProfileThatIsChangedIsSentAsColumns() {
    form.profile().set("Old list");
    line("C").field().set("lat");

    assertThat(sent())
        .contains("\"constant\":\"paper\"", "\"field\":\"lat\"")
        .doesNotContain("\"profile\":\"Old list\"", "Stand");
    form.profile().set("");
    assertThat(form.columns().chosen()).containsExactly(ImportColumn.of("title", "Title"));
  }

  @Test
  void columnsAreKeptForOtherFiles() {
    line("B").field().set("requestedAt");
    form.saveAs().set(" New list ");
    assertThat(sent()).contains("\"profile\":\"New list\"", "\"columns\":[]");
    assertThat(kept("New list").columns())
        .extracting(ImportColumn::field)
        .containsExactly("title", "requestedAt");
    assertThat(form.profileNames()).containsExactly("", "Old list", "New list");
  }

  @Test
  void aProfileIsChangedUnderItsOwnName() {
    form.profile().set("Old list");
    line("C").field().set("lat");
    form.saveAs().set("Old list");
    desk.hub.refuseNext(500, "Broken", "The hub is out of order.");
    form.start();
    desk.tasks.settle();
    assertThat(form.problem().get()).contains("out of order");
    assertThat(form.saveAs().get()).isEqualTo("Old list");

    assertThat(sent()).contains("\"profile\":\"Old list\"", "\"columns\":[]");
    var kept = kept("Old list");
    assertThat(kept.version()).isEqualTo(4);
    assertThat(kept.columns())
        .extracting(ImportColumn::field)
        .isEqualTo(List.of("title", "requestedAt", "lat", "channel"));
  }

  @Test
  void twoColumnsForOneFieldAreNamedBeforeAnythingIsSent() {
    line("B").field().set("title");
    form.start();
    assertThat(form.problem().get()).contains("title").contains("leave all but one out");
    assertThat(form.busy().get()).isFalse();
    assertThat(desk.hub.imports.forms).isEmpty();
  }
}
