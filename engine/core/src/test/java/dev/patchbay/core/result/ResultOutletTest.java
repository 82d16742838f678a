package dev.patchbay.core.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.testkit.Eventually;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultOutletTest {
  private final ScriptedPublisher broker = new ScriptedPublisher();
  private final FakeResultStore results = new FakeResultStore(InstantSource.system(), "redis");
  private final AtomicInteger counted = new AtomicInteger();
  private final ResultOutlet outlet = outlet(Optional.of(broker));

  @AfterEach
  void close() {
    outlet.close();
  }

  @Test
  void sendsAllThatWaitsWithoutAPauseBetweenFullBatches() {
    IntStream.range(0, 1_000).forEach(i -> results.add("redis", "k" + i));
    outlet.start();

    Eventually.soon().passes(() -> assertThat(broker.sent()).hasSize(1_000));
    assertThat(broker.sent()).doesNotHaveDuplicates();
    Eventually.soon().passes(() -> assertThat(waiting()).isZero());
    Eventually.soon().passes(() -> assertThat(counted).hasValue(1_000));
  }

  @Test
  void keepsWhatTheBrokerDidNotTakeUntilItDoes() {
    broker.goAway();
    results.add("redis", "k");
    outlet.start();
    Eventually.soon().passes(() -> assertThat(broker.calls()).isGreaterThan(1));
    assertThat(waiting()).isEqualTo(1);

    broker.comeBack();

    Eventually.soon().passes(() -> assertThat(waiting()).isZero());
    assertThat(broker.sent()).containsExactly("k");
  }

  @Test
  void sendsNothingTwiceWhenTheOutboxCannotNoteIt() {
    results.failToNote(1);
    results.add("redis", "k");
    outlet.start();

    Eventually.soon().passes(() -> assertThat(waiting()).isZero());
    assertThat(broker.sent()).containsExactly("k");
  }

  @Test
  void removesWhatIsToBeToldToNobody() {
    results.add("redis", "k");
    try (var mute = outlet(Optional.empty())) {
      mute.start();
      Eventually.soon().passes(() -> assertThat(waiting()).isZero());
    }
    assertThat(counted).hasValue(0);
  }

  @Test
  void breaksOffWhatTheBrokerDoesNotAnswerAndGivesItBack() {
    broker.fallSilent();
    results.add("redis", "k");
    outlet.start();
    Eventually.soon().isTrue("is sending", () -> broker.calls() == 1);

    outlet.close();

    assertThat(results.claim("redis", 1).results()).hasSize(1);
  }

  @Test
  void closesWithoutHavingStarted() {
    outlet.close();
    assertThat(broker.sent()).isEmpty();
  }

  private long waiting() {
    return results.waiting().getOrDefault("redis", 0L);
  }

  private ResultOutlet outlet(Optional<ScriptedPublisher> to) {
    return new ResultOutlet(
        "redis",
        to.map(publisher -> publisher),
        results,
        new ResultEvents(new EnvelopeReader(EventLimits.DEFAULT)),
        counted::addAndGet);
  }
}
