package dev.patchbay.console.view;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.console.viewmodel.session.Profile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A walk that begins logged in to a hub of its own; where it goes from there, it says itself. */
abstract class AtHub {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  /** Where the console keeps what it remembers, and where files are opened and saved. */
  @TempDir Path profiles;

  final FakeHub hub = new FakeHub(1000, NOW);
  Driver driver;

  @BeforeEach
  void logIn() {
    driver = Driver.open(profiles, InstantSource.fixed(NOW));
    driver.logIn(hub, Profile.Environment.STAGING);
  }

  @AfterEach
  void leave() {
    driver.close();
    hub.close();
  }
}
