package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that routes made: finding one, and seeing what became of it. */
class DocumentsIT extends AtHub {
  @BeforeEach
  void goThere() {
    hub.connectors.addDocuments("letters");
    hub.connectors.addDocuments("receipts");
    driver.fire("#nav-documents").waitToSay("Confirmation, version 2");
  }

  @Test
  void oneIsFoundAndWhatBecameOfItLeadsToItsDelivery() {
    driver.waitToSay("mailed only").shootBoth("documents");
    driver.choose("#filter-status", "Archived");
    driver.waitFor("the others to go", () -> !driver.says("mailed only"));
    driver.fire("#document-d-7").waitToSay("https://archive.example/documents/7");
    driver.waitToSay("What became of it").shootBoth("document");
    driver.fire("#open-delivery").waitToSay("Written row").waitToSay("Deliveries");
    assertThat(hub.calls).contains("GET /deliveries/d-7");
    driver.press(KeyCode.ALT, KeyCode.LEFT).waitToSay("What routes made of templates");
  }

  @Test
  void whyOneWasRejectedIsSaidAndItsTemplateIsNear() {
    driver.fire("#document-d-6").waitToSay("nobody can be written to").shootBoth("document-bad");
    driver.fire("#open-template").waitToSay("for request.created");
  }

  @Test
  void whoGotOneByMailIsShownAndWhyOthersDidNot() {
    driver.fire("#document-d-5").waitToSay("Sent by mail to").waitToSay("anna@example.org");
    driver.waitToSay("Refused").waitToSay("550 no such mailbox").shootBoth("document-mailed");
  }

  @Test
  void whatMatchesNothingIsClearedAndNothingYetSaysTheFirstStep() {
    driver.fill("#filter-key", "nobody").press(KeyCode.ENTER).waitToSay("Nothing matches");
    driver.shootBoth("documents-no-match").fire("#clear-filter").waitToSay("mailed only");
    hub.documents.all.clear();
    driver.press(KeyCode.CONTROL, KeyCode.R).waitToSay("No documents yet");
    driver.shootBoth("empty-documents");
  }

  @Test
  void olderOnesAreFetchedWhenWanted() {
    hub.documents.addOlder(60);
    driver.press(KeyCode.CONTROL, KeyCode.R).fire("#more-documents");
    driver.waitFor("the last page", () -> !driver.has("#more-documents"));
  }
}
