package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.view.deliveries.DeliveryTable;
import dev.patchbay.console.viewmodel.PagedList;
import dev.patchbay.console.viewmodel.session.Profile.Environment;
import dev.patchbay.model.delivery.DeliveryState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding, reading and retrying deliveries among a million. */
class DeliveriesIT {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  @TempDir Path profiles;

  private final FakeHub hub = new FakeHub(1_000_000, NOW);
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

  private void logIn(Environment environment) {
    driver.logIn(hub, environment);
    driver.waitToSay("1,000,000 deliveries");
    waitForRows("101006284219");
  }

  private void waitForRows(String newest) {
    driver.waitFor("the row " + newest, () -> driver.firstKey().equals(newest));
  }

  private DeliveryTable table() {
    return driver.find("#deliveries", DeliveryTable.class);
  }

  private long dead() {
    return hub.deliveries.counts().byState().getOrDefault(DeliveryState.DEAD, 0L);
  }

  @Test
  void filtersByWordsOpensOneAndRetriesIt() {
    logIn(Environment.STAGING);
    driver
        .fill("#query", "status:dead since:1h \"did not answer\"")
        .press(KeyCode.ENTER)
        .waitToSay("did not answer")
        .shootBoth("deliveries-filtered");
    driver.waitFor("rows", () -> !driver.firstKey().isEmpty());
    Driver.call(() -> table().requestFocus());
    driver.press(KeyCode.J).waitToSay("3 earlier attempts").shootBoth("delivery-timeline");
    driver.fire("#earlier").waitFor("all attempts", () -> !driver.has("#earlier"));
    driver.waitToSay("Row it would write").waitToSay("Answer lost, proved not applied");
    long before = dead();
    driver.press(KeyCode.R).waitToSay("is back on its lane");
    assertThat(dead()).isEqualTo(before - 1);
    driver.press(KeyCode.ESCAPE).waitFor("closed", () -> !driver.has("#delivery-pane"));
  }

  @Test
  void aFilterThatIsNotUnderstoodSaysWhy() {
    logIn(Environment.STAGING);
    driver.press(KeyCode.SLASH).write("status:lost").press(KeyCode.ENTER);
    driver.waitToSay("There is no status “lost”.").shootBoth("deliveries-problem");
  }

  @Test
  void retriesAllThatMatchAfterCountingThemAndShowsProgress() {
    logIn(Environment.PRODUCTION);
    driver.fill("#query", "status:dead since:10m").press(KeyCode.ENTER);
    driver.waitToSay("since").fire("#retryAll").waitToSay("expected duration");
    assertThat(dead()).isEqualTo(40_000);
    assertThat(driver.enabled("#bulk-start")).isFalse();
    driver.fill("#bulk-confirm", "City hub").shootBoth("bulk-retry-production");
    driver.fire("#bulk-start").waitToSay("put back on their lanes").shootBoth("bulk-retry-running");
    driver.fire("#bulk-pause").waitToSay("Paused").fire("#bulk-resume").waitToSay("Done");
    driver.shootBoth("bulk-retry-done").fire("#bulk-close");
    assertThat(dead()).isEqualTo(40_000 - 12);
  }

  @Test
  void triesOneFirstAndThenTheRest() {
    logIn(Environment.STAGING);
    driver.fire("#tab-DEAD").waitToSay("40,000 deliveries").fire("#retryAll");
    driver.waitToSay("expected duration").fire("#bulk-canary").waitToSay("was delivered");
    driver.waitToSay("39,999").shootBoth("bulk-retry-canary");
    assertThat(dead()).isEqualTo(39_999);
  }

  @Test
  void selectAllIsAQueryAndNeverTouchesAMillionRows() {
    logIn(Environment.STAGING);
    driver.press(KeyCode.J);
    int calls = hub.calls.size();
    long start = System.nanoTime();
    driver.press(KeyCode.CONTROL, KeyCode.A);
    driver.waitToSay("All 1,000,000 matching are selected.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(hub.calls).as("it asks for no more pages").hasSizeLessThan(calls + 10);
    assertThat(table().getSelectionModel().getSelectedIndices()).hasSizeLessThanOrEqualTo(1);
    driver.press(KeyCode.X);
    driver.waitToSay("999,999 of 1,000,000 matching are selected.");
    driver.shootBoth("selection-left-out");
  }

  @Test
  void scrollsFarDownWithoutKeepingWhatItPassed() {
    logIn(Environment.STAGING);
    while (table().getItems().size() < 7_000) {
      int before = table().getItems().size();
      Driver.call(() -> table().scrollTo(before - 1));
      driver.waitFor("the next page", () -> table().getItems().size() > before);
    }
    var rows = (PagedList<?>) table().itemsProperty().getValue();
    assertThat(rows.pagesInMemory()).isLessThanOrEqualTo(PagedList.PAGES_KEPT);
    hub.stream.send("delivery", hub.deliveries.add());
    driver.waitToSay("1 new").shootBoth("deliveries-new");
    driver.fire("#fresh").waitFor("the top", () -> driver.firstKey().equals("101006284220"));
  }

  @Test
  void comparesADeliveryWithTheRowThatStands() {
    var update = hub.deliveries.addUpdateOf(999_989);
    logInWith(update.key());
    driver.press(KeyCode.J).waitFor("the pane", () -> driver.enabled("#diff"));
    driver.press(KeyCode.D).waitToSay("compared with what stands").waitToSay("Changed");
    driver.shootBoth("delivery-diff").press(KeyCode.ESCAPE);
    driver.waitFor("closed", () -> !driver.says("compared with what stands"));
    driver.press(KeyCode.J).waitFor("the older one", () -> driver.enabled("#diff"));
    driver.press(KeyCode.D).waitToSay("Nothing stands yet").shootBoth("delivery-diff-nothing");
  }

  private void logInWith(String key) {
    driver.logIn(hub, Environment.STAGING);
    driver.fill("#query", "key:" + key).press(KeyCode.ENTER);
    driver.waitFor(
        "the rows", () -> driver.firstKey().equals(key) && table().getItems().size() == 2);
    Driver.call(() -> table().requestFocus());
  }

  @Test
  void jumpsToATime() {
    logIn(Environment.STAGING);
    driver.fill("#jump", "2026-11-20 10:00").press(KeyCode.ENTER);
    driver.waitToSay("2026-11-20 09:59:58");
  }

  @Test
  void offlineTheListStaysReadableAndChangesAreOffUntilTheHubIsBack() {
    logIn(Environment.STAGING);
    driver.fire("#tab-DEAD").waitToSay("40,000 deliveries");
    waitForRows("101006284210");
    driver.press(KeyCode.J).waitFor("retry is possible", () -> driver.enabled("#retry"));
    hub.stop();
    driver.waitToSay("Offline since").shootBoth("deliveries-offline");
    assertThat(driver.enabled("#retry")).isFalse();
    assertThat(driver.enabled("#retryAll")).isFalse();
    assertThat(driver.firstKey()).isEqualTo("101006284210");
    hub.startAgain();
    driver.waitFor("changes are on again", () -> driver.enabled("#retryAll"));
  }
}
