package dev.patchbay.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftedClockTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  @TempDir private Path directory;

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void jumpsByWhatTheFileSaysAndBackWhenItIsGone() throws IOException {
    var file = directory.resolve("clock");
    var clock = new ShiftedClock(file, InstantSource.fixed(NOON), nanos::get);
    assertThat(clock.instant()).isEqualTo(NOON);

    Files.writeString(file, "-PT1H\n");
    passes(Duration.ofMillis(101));
    assertThat(clock.instant()).isEqualTo(NOON.minus(Duration.ofHours(1)));

    Files.delete(file);
    passes(Duration.ofMillis(101));
    assertThat(clock.instant()).isEqualTo(NOON);
  }

  @Test
  void isTheSystemsClockIfNobodyAsksForAnother() {
    assertThat(ShiftedClock.ofThisProcess()).isNotInstanceOf(ShiftedClock.class);
  }

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
