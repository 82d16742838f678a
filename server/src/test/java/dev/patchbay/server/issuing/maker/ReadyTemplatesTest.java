package dev.patchbay.server.issuing.maker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.template.TemplateEngine.Preparation;
import dev.patchbay.model.template.TemplateProblem;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which templates stay ready. */
class ReadyTemplatesTest {
  private static final Preparation PREPARED =
      new Preparation.Refused(new TemplateProblem("", "", "it is refused", "Take another."));

  private final AtomicInteger reads = new AtomicInteger();
  private final ReadyTemplates ready = new ReadyTemplates(_ -> PREPARED, 100);

  private Optional<Preparation> get(String sha256, int bytes) {
    return ready.get(
        sha256,
        () -> {
          reads.incrementAndGet();
          return Optional.of(new byte[bytes]);
        });
  }

  @Test
  void whatIsUsedAllTheTimeStaysWhateverComesBetween() {
    for (int i = 0; i < 50; i++) {
      assertThat(get("daily", 40)).hasValue(PREPARED);
      get("once-" + i, 30);
    }
    assertThat(reads).hasValue(51);
  }

  @Test
  void filesThatAreTooLargeTogetherAreNotAllKept() {
    for (int i = 0; i < 20; i++) {
      get("one-" + i % 2, 60);
    }
    assertThat(reads).hasValueGreaterThan(10);
  }

  @Test
  void whatIsNotThereIsNotKept() {
    assertThat(ready.get("gone", Optional::empty)).isEmpty();
    assertThat(get("gone", 1)).hasValue(PREPARED);
  }
}
