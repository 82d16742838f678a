package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Incident;
import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What each version of Redis lets us know about entries that were trimmed unread. */
class GapWatchTest {
  private static final OptionalLong UNTOLD = OptionalLong.empty();
  private final MutableClock clock = MutableClock.at("2026-11-01T12:00:00Z");
  private final FakeHub hub = new FakeHub();
  private final Progress progress = new Progress(hub, "requests");
  private final GapWatch gaps =
      new GapWatch(
          new Reporter(
              hub,
              "requests",
              new Vitals("in", new RedisAddress("localhost", 6379, 0, false)),
              new Stop()),
          progress,
          clock);

  @Test
  void seesNoGapWhileTheIdDeliveredLastIsInTheStream() throws InterruptedException {
    gaps.check(look(10, "5-0", "9-0", "5-0"));

    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void seesNoGapBetweenIdsThatFollowEachOther() throws InterruptedException {
    gaps.check(look(10, "5-1", "9-0", "5-0"));

    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void cannotTellWithoutCountersWhetherAnythingIsMissing() throws InterruptedException {
    gaps.check(look(3, "7-0", "9-0", "5-0"));

    assertThat(detail())
        .isEqualTo(
            "Entries after 5-0 and before 7-0 were trimmed or deleted before the hub read them;"
                + " it may be that there were none.");
  }

  @Test
  void countsWhatIsMissing() throws InterruptedException {
    gaps.check(look(3, "7-0", "9-0", "5-0", OptionalLong.of(9), OptionalLong.of(5)));

    assertThat(detail()).endsWith("by Redis's count 1.");
  }

  @Test
  void countsThatNothingIsMissing() throws InterruptedException {
    gaps.check(look(3, "7-0", "9-0", "5-0", OptionalLong.of(8), OptionalLong.of(5)));

    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void trustsItsEyesMoreThanTheCounters() throws InterruptedException {
    gaps.note(StreamId.of("5-0"), Optional.of(StreamId.of("7-0")));

    gaps.check(look(3, "7-0", "9-0", "5-0", OptionalLong.of(9), OptionalLong.of(5)));

    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void knowsThatWhatItSawNextIsGone() throws InterruptedException {
    gaps.note(StreamId.of("5-0"), Optional.of(StreamId.of("6-0")));

    gaps.check(look(3, "7-0", "9-0", "5-0"));

    assertThat(detail()).endsWith("how many is not known.");
  }

  @Test
  void believesForAMomentThatThereWasNothingNew() throws InterruptedException {
    gaps.note(StreamId.of("5-0"), Optional.empty());
    gaps.check(look(3, "7-0", "9-0", "5-0"));
    assertThat(hub.incidents()).isEmpty();

    clock.advance(Duration.ofSeconds(2));
    gaps.check(look(3, "7-0", "9-0", "5-0"));

    assertThat(detail()).endsWith("it may be that there were none.");
  }

  @Test
  void reportsAGapOnce() throws InterruptedException {
    gaps.check(look(3, "7-0", "9-0", "5-0"));
    gaps.check(look(2, "8-0", "9-0", "5-0"));

    assertThat(hub.incidents()).hasSize(1);
  }

  @Test
  void missesNothingBeforeItKnewTheStream() throws InterruptedException {
    gaps.check(look(3, "7-0", "9-0", "0-0", OptionalLong.of(9), UNTOLD));

    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void missesWhatCameToAStreamThatItKnewEmpty() throws InterruptedException {
    progress.startOver(StreamId.ZERO);

    gaps.check(look(3, "7-0", "9-0", "0-0", OptionalLong.of(9), UNTOLD));

    assertThat(detail()).endsWith("by Redis's count 6.");
  }

  @Test
  void guessesNothingAboutAStreamThatItKnewEmpty() throws InterruptedException {
    progress.startOver(StreamId.ZERO);

    gaps.check(look(3, "7-0", "9-0", "0-0"));

    assertThat(hub.incidents()).isEmpty();
  }

  private String detail() {
    assertThat(hub.incidents())
        .extracting(Incident::kind)
        .containsExactly(Incident.Kind.TRIMMED_UNREAD);
    return hub.incidents().getFirst().detail();
  }

  private static Look.Ready look(long length, String first, String last, String delivered) {
    return look(length, first, last, delivered, UNTOLD, UNTOLD);
  }

  private static Look.Ready look(
      long length,
      String first,
      String last,
      String delivered,
      OptionalLong added,
      OptionalLong read) {
    return new Look.Ready(
        new Look.Stream(length, StreamId.of(last), Optional.of(StreamId.of(first)), added),
        new Look.Group(StreamId.of(delivered), 0, read, UNTOLD));
  }
}
