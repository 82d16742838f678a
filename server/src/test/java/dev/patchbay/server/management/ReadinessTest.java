package dev.patchbay.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.management.Readiness.Part;
import dev.patchbay.server.management.Readiness.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  @Test
  void oneFaultIsEnoughAndNamed() {
    var checks = new LinkedHashMap<String, Supplier<Optional<String>>>();
    checks.put("good", Optional::empty);
    checks.put("bad", () -> Optional.of("out of paper"));
    checks.put(
        "broken",
        () -> {
          throw new IllegalStateException("jdbc:secret");
        });
    assertThat(new Readiness(checks).report())
        .isEqualTo(
            new Report(
                false,
                List.of(
                    new Part("good", true, "ok"),
                    new Part("bad", false, "out of paper"),
                    new Part("broken", false, "does not answer"))));
  }

  @Test
  void aCheckThatHangsIsNotWaitedFor() {
    var never = new CountDownLatch(1);
    var checks = new LinkedHashMap<String, Supplier<Optional<String>>>();
    checks.put("hangs", () -> awaited(never));
    assertThat(new Readiness(checks).report())
        .isEqualTo(new Report(false, List.of(new Part("hangs", false, "does not answer"))));
    never.countDown();
  }

  private static Optional<String> awaited(CountDownLatch latch) {
    try {
      latch.await();
      return Optional.empty();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void withoutFaultsItIsReady() {
    var checks = new LinkedHashMap<String, Supplier<Optional<String>>>();
    checks.put("good", Optional::empty);
    assertThat(new Readiness(checks).report())
        .isEqualTo(new Report(true, List.of(new Part("good", true, "ok"))));
  }
}
