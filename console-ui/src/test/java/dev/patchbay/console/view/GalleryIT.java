package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.viewmodel.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaves pictures of the screens in both looks. */
class GalleryIT {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  @TempDir Path profiles;

  @Test
  void showsEveryScreenInBothLooks() {
    try (var hub = new FakeHub(1_000_000, NOW);
        var driver = Driver.open(profiles, InstantSource.fixed(NOW))) {
      driver.shootBoth("connect");
      driver.logIn(hub, Profile.Environment.STAGING);
      driver.waitToSay("1,000,000 deliveries").waitToSay("City hub").shootBoth("deliveries");
      driver.fire("#tab-DEAD").waitToSay("40,000 deliveries").shootBoth("deliveries-dead");
      driver.press(KeyCode.J).press(KeyCode.J).waitToSay("Attempts").shootBoth("delivery");
      driver.fire("#retryAll").waitToSay("expected duration").shootBoth("bulk-retry");
      driver.press(KeyCode.ESCAPE).press(KeyCode.CONTROL, KeyCode.K).waitToSay("Filter deliveries");
      driver.shootBoth("palette").press(KeyCode.ESCAPE).press(KeyCode.F1).waitToSay("Shortcuts");
      driver.shootBoth("shortcuts").press(KeyCode.ESCAPE);
      driver.fire("#nav-routes").waitToSay("request.created").shootBoth("routes");
      driver.fire("#open-requests").waitToSay("fit").shootBoth("mapping");
      driver.fire("#nav-connectors").waitToSay("partner-sheets").shootBoth("connectors");
      driver.fire("#check-partner-sheets").waitToSay("Something is in the way").shootBoth("check");
      driver.fire("#edit-city-sheets").waitToSay("Service account key").shootBoth("connector-edit");
      assertThat(driver.says("Set")).isTrue();
    }
  }
}
