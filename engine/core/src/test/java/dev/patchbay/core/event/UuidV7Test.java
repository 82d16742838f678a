package dev.patchbay.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UuidV7Test {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final UuidV7 ids = new UuidV7(now::get, new SplittableRandom(1));

  @Test
  void carriesVersionVariantAndTime() {
    var id = ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.get().toEpochMilli());
  }

  @Test
  void growsWithinAMillisecondAndWhenTheClockStepsBack() {
    var made = new ArrayList<UUID>();
    for (int i = 0; i < 10_000; i++) {
      if (i == 5_000) {
        now.set(now.get().minusSeconds(3_600));
      }
      made.add(ids.next());
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(made.stream().map(UUID::toString).toList()).isSorted();
  }
}
