package dev.patchbay.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.testkit.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HaltAtStageTest {
  private final AtomicInteger deaths = new AtomicInteger();

  @Test
  void aFileKillsOnceAtTheStageItNames(@TempDir Path dir) throws Exception {
    var file = dir.resolve("halt");
    var hook = HaltAtStage.parse("file=" + file, deaths::incrementAndGet);
    hook.reached(Stage.AFTER_INTENT);
    Files.writeString(file, "AFTER_INTENT\n");
    hook.reached(Stage.AFTER_SEND);
    assertThat(deaths).hasValue(0);
    hook.reached(Stage.AFTER_INTENT);
    hook.reached(Stage.AFTER_INTENT);
    assertThat(deaths).hasValue(1);
  }

  @Test
  void aFileThatSaysSoHoldsOnceWhoeverReachesTheStage(@TempDir Path dir) throws Exception {
    var file = Files.writeString(dir.resolve("halt"), "AFTER_SEND hold\n");
    var hook = HaltAtStage.parse("file=" + file, deaths::incrementAndGet);
    hook.reached(Stage.AFTER_INTENT);
    var worker = Thread.ofVirtual().start(() -> hook.reached(Stage.AFTER_SEND));
    Eventually.soon().isTrue("it is held", () -> Files.exists(dir.resolve("halt.held")));
    assertThat(worker.join(Duration.ofMillis(50))).isFalse();

    Files.delete(dir.resolve("halt.held"));

    assertThat(worker.join(Duration.ofSeconds(60))).isTrue();
    hook.reached(Stage.AFTER_SEND);
    assertThat(deaths).hasValue(0);
  }

  @Test
  void theSameSeedKillsAtTheSamePlaces() {
    var hook = HaltAtStage.parse("AFTER_SEND=0.5,seed=3", deaths::incrementAndGet);
    for (var i = 0; i < 100; i++) {
      hook.reached(Stage.AFTER_SEND);
      hook.reached(Stage.AFTER_INTENT);
    }
    assertThat(deaths.get()).isBetween(30, 70);
  }

  @Test
  void saysWhatItCannotRead() {
    assertThatThrownBy(() -> HaltAtStage.parse("AFTER_SEND"))
        .hasMessage("expected STAGE=probability instead of AFTER_SEND");
  }
}
