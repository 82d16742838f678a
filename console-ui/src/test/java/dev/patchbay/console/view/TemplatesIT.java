package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeTemplates;
import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.template.TemplateDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Document templates: looking a file over, keeping it, trying it, rolling back. */
class TemplatesIT extends AtHub {
  @BeforeEach
  void goThere() {
    driver.fire("#nav-templates").waitToSay("Confirmation");
  }

  private void choose(String content) throws IOException {
    Files.writeString(profiles.resolve(FolderFiles.TEMPLATE), content);
  }

  private TemplateDetail stored(String name) {
    return Objects.requireNonNull(hub.templates.byName.get(name));
  }

  @Test
  void aFileIsLookedOverByPlaceMendedAndKept() throws IOException {
    choose("faulty and unknown");
    driver.shootBoth("templates").fire("#newTemplate").waitToSay("3 things are wrong");
    driver.waitToSay("a header, table 1, row 2, cell 3").waitToSay("no filter “rond”");
    driver.shootBoth("template-faulty");
    assertThat(driver.enabled("#upload-template")).isFalse();
    driver.press(KeyCode.ESCAPE).waitFor("the list", () -> !driver.has("#template-upload"));

    choose("unknown");
    driver.fire("#newTemplate").waitToSay("Nothing is wrong with this file");
    driver.choose("#template-contract", "request.created").waitToSay("1 variable is not known");
    driver.waitToSay("Unknown").shootBoth("template-unknown");
    assertThat(driver.enabled("#upload-template")).isFalse();
    driver.fire("#allow-unknown").fill("#template-note", "As the mayor wants it");
    driver.fire("#upload-template").waitToSay("Letter: version 1 is kept.");
    driver.waitToSay("for request.created · documents are made of version 1");
    assertThat(stored("Letter").versions().getFirst().note()).isEqualTo("As the mayor wants it");
  }

  @Test
  void aVersionIsTriedOnAnEventPageByPageAndSaved() {
    driver.fire("#open-Confirmation").waitToSay("See it filled in");
    driver.fire("#try-template").waitToSay("Page 1 of 2").waitToSay("words of the document");
    driver.waitFor("the picture", this::hasPicture);
    driver.shootBoth("template-page");
    driver.press(KeyCode.CLOSE_BRACKET).waitToSay("Page 2 of 2");
    assertThat(driver.enabled("#next-page")).isFalse();
    driver.fire("#previous-page").waitToSay("Page 1 of 2");
    driver.fire("#save-pdf").waitToSay("Saved as");
    assertThat(profiles.resolve("Confirmation.pdf")).hasBinaryContent(FakeTemplates.FILE);
    assertThat(hub.templates.trials)
        .containsExactly("2 png 019a-999", "2 png 019a-999", "2 pdf 019a-999");

    driver.fill("#trial-event", FakeTemplates.NO_EVENT).press(KeyCode.ENTER);
    driver.waitToSay("is the id of no stored event").shootBoth("template-no-event");
  }

  private boolean hasPicture() {
    return driver.has("#page .image-view")
        && driver.find("#page .image-view", ImageView.class).getImage() != null;
  }

  @Test
  void anOlderVersionIsComparedAndUsedAgain() throws IOException {
    driver.fire("#open-Confirmation").waitToSay("With the state").fire("#tab-variables");
    driver.waitToSay("{{ status|title }}").shootBoth("template-variables");
    driver.fire("#version-1").fire("#tab-changes");
    driver.waitToSay("Version 1, compared with version 2").waitToSay("Removed");
    driver.shootBoth("template-changes").fire("#useVersion");
    driver
        .waitToSay("Use version 1 from now on?")
        .waitFor("told", () -> driver.count("Removed") > 1);
    driver.shootBoth("template-use").fire("#use-now");
    driver.waitToSay("documents are made of version 1 from now on.");
    assertThat(stored("Confirmation").template().active()).isEqualTo(1);
    assertThat(driver.enabled("#useVersion")).isFalse();

    choose("better");
    driver.fire("#newVersion").waitToSay("All its variables are known to request.created.");
    driver.fire("#activate").fire("#upload-template");
    driver
        .waitToSay("Confirmation: version 3 is kept.")
        .waitToSay("documents are made of version 3");
    driver.fire("#saveVersion").waitToSay("Saved as");
    assertThat(profiles.resolve("Confirmation-3.docx")).hasBinaryContent(FakeTemplates.FILE);
  }

  @Test
  void oneThatNobodyUsesIsDeletedAfterAQuestion() {
    driver.fire("#open-Confirmation").waitToSay("See it filled in").fire("#deleteTemplate");
    driver.waitToSay("Delete Confirmation?").fire("#delete-now");
    driver.waitToSay("Documents of the route 'Letters' are made of it.");
    driver.shootBoth("template-delete").press(KeyCode.ESCAPE);
    driver.fire("#nav-templates").fire("#open-Receipt").waitToSay("for events of any type");
    driver.fire("#deleteTemplate").waitToSay("Its only version goes").fire("#delete-now");
    driver.waitToSay("The template Receipt is deleted.").waitToSay("files that become documents");
    assertThat(hub.templates.byName).containsOnlyKeys("Confirmation");
  }

  @Test
  void whoMayOnlyLookMayTryAndNothingMore() {
    hub.callerIs(Role.VIEWER);
    driver.fire("#leave").waitFor("the door", () -> driver.has("#api-key"));
    driver.logIn(hub, Profile.Environment.STAGING);
    driver.fire("#nav-templates").waitToSay("Receipt");
    assertThat(driver.enabled("#newTemplate")).isFalse();
    driver.fire("#open-Receipt").waitToSay("Enter the id of a stored event");
    driver.fill("#trial-event", "019a-1").fire("#try-template").waitToSay("Page 1 of 2");
    assertThat(driver.enabled("#newVersion")).isFalse();
    assertThat(driver.enabled("#deleteTemplate")).isFalse();
  }
}
