package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.patchbay.console.fake.FakeImports;
import dev.patchbay.model.imports.ImportColumn;
import dev.patchbay.model.imports.ImportProfileView;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports: checking a file, seeing which cells are wrong, sending what is good. */
class ImportsIT extends AtHub {
  @BeforeEach
  void goThere() throws IOException {
    Files.writeString(profiles.resolve(FolderFiles.OPENED), "title\nPothole\n");
    driver.fire("#nav-imports").waitToSay("old list.xlsx");
  }

  @Test
  void checksAFileNamesItsCellsAndSendsTheGoodRows() throws IOException {
    driver.fire("#newImport").waitToSay("By their headers");
    driver.fire("#start-import").waitToSay(FolderFiles.OPENED + " is at the hub.").waitToSay("C7");
    driver.waitToSay("is no day of the calendar").shootBoth("import-checked");
    driver.fire("#save-annotated").waitToSay("Saved as");
    assertThat(profiles.resolve("opened-annotated.xlsx")).hasBinaryContent(FakeImports.COPY);

    driver.fire("#send-import").waitToSay("Requests made");
    assertThat(hub.imports.forms.getLast()).contains("\"dryRun\":false");
  }

  @Test
  void columnsAreMappedAndKept() {
    driver.fire("#newImport").waitToSay("Datum").waitToSay("31.01.2026");
    driver.choose("#field-B", "requestedAt").fill("#pattern-B", "dd.MM.yyyy");
    driver.fill("#save-as", "Paper lists").shootBoth("import-new");
    driver.fire("#start-import").waitToSay("C7");
    assertThat(hub.imports.profiles.get("Paper lists"))
        .extracting(ImportProfileView::columns, as(list(ImportColumn.class)))
        .extracting(ImportColumn::field, ImportColumn::pattern)
        .containsExactly(tuple("title", null), tuple("requestedAt", "dd.MM.yyyy"));
  }

  @Test
  void whatIsSwitchedOffIsSaidInTheForm() {
    driver.fire("#newImport").waitToSay("By their headers").fire("#only-check");
    driver.waitFor("the button", () -> driver.says("Import"));
    hub.refuseNext("POST /imports", 409, "Conflict", "Import i-1 brought this file.");
    driver.fire("#start-import").waitToSay("Import i-1 brought this file.");
  }
}
