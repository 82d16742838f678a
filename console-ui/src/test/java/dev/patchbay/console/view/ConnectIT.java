package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At the door. */
class ConnectIT {
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

  private void type(String server, String key) {
    driver.fill("#server", server).fill("#api-key", key);
  }

  @Test
  void aWrongKeyAnUnreachableServerAndThenTheRightKey() {
    type(hub.uri().toString(), "pb_wrong");
    driver.click("#connect").waitToSay("The server does not know this key.");
    driver.shootBoth("connect-wrong-key");
    hub.stop();
    driver.click("#connect").waitToSay("does not answer: connection refused.");
    driver.shootBoth("connect-unreachable");
    hub.startAgain();
    driver.fill("#api-key", FakeHub.KEY).press(KeyCode.ENTER).waitToSay("1,000 deliveries");
    assertThat(driver.says("anna")).isTrue();
  }

  @Test
  void aServerUsedBeforeIsOneClickAwayAfterLoggingOut() {
    type(hub.uri().toString(), FakeHub.KEY);
    driver.press(KeyCode.ENTER).waitToSay("1,000 deliveries").fire("#leave");
    driver.waitToSay(hub.uri().toString()).shootBoth("connect-remembered");
    assertThat(driver.find("#api-key", TextField.class).getText()).isEmpty();
  }

  @Test
  void aRefusedKeyIsAskedForInPlaceAndWhatWasOpenStaysOpen() {
    type(hub.uri().toString(), FakeHub.KEY);
    driver.press(KeyCode.ENTER).waitToSay("1,000 deliveries");
    driver.fire("#nav-routes").fire("#open-requests").waitToSay("1 wrong");
    driver
        .fill("#field-search", "address")
        .press(KeyCode.ENTER)
        .press(KeyCode.ENTER)
        .waitToSay("20 fit");
    hub.acceptOnly("pb_second");
    hub.stream.breakAll();
    driver.waitFor("the question", () -> driver.has("#log-in-again"));
    driver.fill("#new-key", "pb_second").press(KeyCode.ENTER);
    driver.waitFor("it goes on", () -> !driver.has("#log-in-again"));
    driver.waitFor("the draft can be published", () -> driver.enabled("#publish"));
  }
}
