package dev.patchbay.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leaves pictures of the screens in both looks. */
class GalleryIT {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  @TempDir Path profiles;

  @Test
  void showsDeliveries() {
    try (var hub = new FakeHub(1_000_000, NOW);
        var driver = Driver.openAt(hub, profiles, InstantSource.fixed(NOW))) {
      driver.waitToSay("1,000,000 deliveries");
      driver.shootBoth("deliveries");
      assertThat(driver.says("Dead")).isTrue();
    }
  }
}
