package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorView;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connectors: making, mending, checking, pausing. */
class ConnectorsIT extends AtHub {
  private static final String CANARY = "canary-private-key";

  @BeforeEach
  void goThere() {
    driver.fire("#nav-connectors").waitToSay("partner-sheets");
  }

  private ConnectorView stored(String name) {
    return Objects.requireNonNull(hub.connectors.byName.get(name));
  }

  private String typed(String selector) {
    return driver.find(selector, TextInputControl.class).getText();
  }

  @Test
  void makesAConnectorWhoseSecretIsNeverShownAgain() {
    driver.fire("#newConnector").waitToSay("Not set");
    driver.fill("#connector-name", "library");
    driver.fill("#setting-account", "hub@library.example");
    driver.fill("#setting-serviceAccountKey", CANARY).shootBoth("connector-new");
    driver.fire("#save-connector").waitToSay("Everything works").shootBoth("connector-checked");
    assertThat(hub.bodies.toString()).containsOnlyOnce(CANARY);
    driver.fire("#edit-library").waitToSay("Service account key");
    assertThat(typed("#setting-serviceAccountKey")).isEmpty();
    assertThat(driver.says(CANARY)).isFalse();
  }

  @Test
  void editsAConnectorAndKeepsTheSecretThatWasNotTouched() {
    driver.fire("#edit-city-sheets").waitToSay("Service account key");
    driver.fill("#setting-writesPerMinute", "40").fire("#save-connector");
    driver.waitToSay("city-sheets is saved.");
    assertThat(stored("city-sheets").settings()).containsEntry("writesPerMinute", "40");
    assertThat(stored("city-sheets").secretsSet()).containsExactly("serviceAccountKey");
  }

  @Test
  void whatIsMissingIsSaidBesideTheForm() {
    driver.fire("#newConnector").waitToSay("Not set").fire("#save-connector");
    driver.waitToSay("Name is missing.").shootBoth("connector-problem");
  }

  @Test
  void aCheckTellsWhatIsInTheWay() {
    driver.fire("#check-partner-sheets").waitToSay("Something is in the way");
    driver.waitToSay("Google refused the key");
  }

  @Test
  void pausesWithAChanceToUndoAndResumes() {
    driver.fire("#turn-city-sheets").waitToSay("city-sheets is paused.");
    waitUntilStored(ConnectorState.PAUSED);
    driver.waitToSay("Undo").shootBoth("connector-undo");
    driver.fire(".undo").waitFor("the notice to leave", () -> !driver.has(".undo"));
    waitUntilStored(ConnectorState.UP);
    Driver.call(() -> driver.find("#turn-city-sheets", Button.class).requestFocus());
    driver.press(KeyCode.SPACE).waitToSay("city-sheets is paused.");
    waitUntilStored(ConnectorState.PAUSED);
    driver.press(KeyCode.SPACE).waitToSay("city-sheets delivers again.");
    waitUntilStored(ConnectorState.UP);
    driver.press(KeyCode.CONTROL, KeyCode.Z);
    waitUntilStored(ConnectorState.PAUSED);
  }

  @Test
  void aPressIsNotLostToNewsThatComeBeforeItIsLetGo() {
    Driver.call(() -> driver.find("#turn-city-sheets", Button.class).requestFocus());
    driver.robot().press(KeyCode.SPACE);
    hub.stream.send("connector", hub.connectors.turn("finance", ConnectorState.UP));
    driver.waitFor("the news to wait", this::somethingWaitsToBeShown);
    driver.robot().release(KeyCode.SPACE);
    driver.waitToSay("city-sheets is paused.");
    waitUntilStored(ConnectorState.PAUSED);
    driver.waitFor("the news to be shown", () -> !driver.says("Circuit open"));
  }

  private boolean somethingWaitsToBeShown() {
    var list = driver.find("#connector-finance", Node.class).getParent();
    return list.getProperties().values().stream().anyMatch(Runnable.class::isInstance);
  }

  private void waitUntilStored(ConnectorState state) {
    driver.waitFor("the hub: " + state, () -> stored("city-sheets").state() == state);
  }

  @Test
  void aRefusedPauseFlipsBackWithTheReason() {
    hub.refuseNext("POST /connectors/", 409, "Conflict", "It is being deleted.");
    driver.fire("#turn-city-sheets").waitToSay("It is being deleted.");
    driver.waitFor("the switch", () -> driver.count("Pause") >= 3);
    driver.waitFor("nothing to undo", () -> !driver.has(".undo"));
  }

  @Test
  void aChangeOfHealthIsShownWithoutAsking() {
    hub.stream.send("connector", hub.connectors.turn("city-sheets", ConnectorState.BREAKER_OPEN));
    driver.waitFor("the pill", () -> driver.count("Circuit open") == 2);
  }
}
