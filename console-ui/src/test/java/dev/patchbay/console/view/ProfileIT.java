package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.view.deliveries.DeliveryTable;
import dev.patchbay.console.viewmodel.session.Profile.Environment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person keeps of a server: whether to change anything there, and named views. */
class ProfileIT {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  @TempDir Path profiles;

  private final FakeHub hub = new FakeHub(1000, NOW);
  private Driver driver;

  @BeforeEach
  void open() {
    driver = Driver.open(profiles, InstantSource.fixed(NOW));
  }

  @AfterEach
  void close() {
    driver.close();
    hub.close();
  }

  private List<String> enabled(String... commands) {
    return Stream.of(commands).filter(driver::enabled).toList();
  }

  @Test
  void readOnlySwitchesEveryChangeOffAndSaysSo() {
    driver.logIn(hub, Environment.STAGING);
    driver.waitToSay("1,000 deliveries").fire("#tab-DEAD");
    driver.waitFor("the dead", () -> driver.firstKey().equals("101005285210"));
    Driver.call(() -> driver.find("#deliveries", DeliveryTable.class).requestFocus());
    driver.press(KeyCode.J).waitFor("retry", () -> driver.enabled("#retry"));
    driver.fire("#readOnly").waitToSay("READ-ONLY").waitToSay("is read-only on this computer");
    assertThat(enabled("#retry", "#cancelDelivery", "#retryAll")).isEmpty();
    driver.shootBoth("profile-read-only");
    driver.fire("#nav-connectors").waitToSay("partner-sheets");
    assertThat(enabled("#newConnector", "#turn-city-sheets", "#check-finance", "#edit-finance"))
        .isEmpty();
    driver.press(KeyCode.CONTROL, KeyCode.K).fill("#palette-field", "switch");
    driver.waitToSay("Switch read-only");
    assertThat(driver.count("is read-only on this computer")).isEqualTo(2);
    driver.shootBoth("palette-read-only").press(KeyCode.ESCAPE);
    driver.fire("#nav-routes").waitToSay("request.created");
    assertThat(enabled("#newRoute", "#turn-requests")).isEmpty();
    driver.fire("#allow-changes").waitFor("changes", () -> driver.enabled("#turn-requests"));
    assertThat(driver.says("READ-ONLY")).isFalse();
  }

  @Test
  void aFilterIsSavedOpenedRenamedAndDeleted() {
    driver.logIn(hub, Environment.STAGING);
    driver.waitToSay("1,000 deliveries");
    assertThat(driver.enabled("#saveView")).isFalse();
    driver.fill("#query", "status:dead since:10m").press(KeyCode.ENTER).waitToSay("since");
    driver.press(KeyCode.CONTROL, KeyCode.S).waitToSay("Save this filter as a view");
    driver.press(KeyCode.ENTER).waitToSay("Give the view a name.").shootBoth("view-save");
    driver.fill("#view-name", "Dead lately").press(KeyCode.ENTER).waitToSay("is saved");
    driver.fire("#tab-ALL").fire("#nav-deliveries").waitToSay("1,000 deliveries");
    driver.fire("#views .nav-item").waitToSay("since").shootBoth("view-opened");
    choose("view-rename");
    driver.fill("#view-name", "Dead, ten minutes").press(KeyCode.ENTER);
    driver.waitToSay("Dead, ten minutes");
    choose("view-delete");
    driver.waitFor("no view", () -> !driver.has("#views .nav-item"));
    driver.fire(".undo").waitFor("the view", () -> driver.has("#views .nav-item"));
  }

  /** Chooses from the menu of the one view. */
  private void choose(String item) {
    Driver.call(
        () ->
            driver.find("#views .menu-button", MenuButton.class).getItems().stream()
                .filter(one -> item.equals(one.getId()))
                .forEach(MenuItem::fire));
  }

  @Test
  void aServerEnteredReadOnlySaysSoAtTheDoorToo() {
    driver.fire("#open-read-only").logIn(hub, Environment.PRODUCTION);
    driver.waitToSay("READ-ONLY").waitToSay("1,000 deliveries").shootBoth("production-read-only");
    driver.fire("#leave").waitToSay("Production · read-only").shootBoth("connect-read-only");
  }
}
