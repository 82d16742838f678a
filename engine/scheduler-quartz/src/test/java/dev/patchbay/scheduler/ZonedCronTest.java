package dev.patchbay.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonedCronTest {
  private static final String BERLIN = "Europe/Berlin";

  @Test
  void aTimeThatIsPassedOverIsDueAsMuchLater() {
    assertThat(next("0 30 2 * * ?", BERLIN, "2027-03-26T12:00:00Z", 3))
        .containsExactly(
            "2027-03-27T02:30+01:00", "2027-03-28T03:30+02:00", "2027-03-29T02:30+02:00");
    assertThat(next("0 0 0 * * ?", "America/Sao_Paulo", "2018-11-02T12:00:00Z", 3))
        .containsExactly(
            "2018-11-03T00:00-03:00", "2018-11-04T01:00-02:00", "2018-11-05T00:00-02:00");
  }

  @Test
  void aTimeThatComesTwiceIsDueTheFirstTimeOnly() {
    assertThat(next("0 30 2 * * ?", BERLIN, "2027-10-29T12:00:00Z", 3))
        .containsExactly(
            "2027-10-30T02:30+02:00", "2027-10-31T02:30+02:00", "2027-11-01T02:30+01:00");
  }

  @Test
  void whatIsDueEveryHourGoesOnWhileTheClockIsPutBackOrForward() {
    assertThat(next("0 0/30 * * * ?", BERLIN, "2027-10-30T23:40:00Z", 6))
        .containsExactly(
            "2027-10-31T02:00+02:00",
            "2027-10-31T02:30+02:00",
            "2027-10-31T02:00+01:00",
            "2027-10-31T02:30+01:00",
            "2027-10-31T03:00+01:00",
            "2027-10-31T03:30+01:00");
    assertThat(next("0 0/30 * * * ?", BERLIN, "2027-03-28T00:10:00Z", 4))
        .containsExactly(
            "2027-03-28T01:30+01:00",
            "2027-03-28T03:00+02:00",
            "2027-03-28T03:30+02:00",
            "2027-03-28T04:00+02:00");
  }

  @Test
  void aDayThatAZoneLeavesOutIsMadeUpForOnTheNext() {
    assertThat(next("0 0 9 * * ?", "Pacific/Apia", "2011-12-28T12:00:00Z", 3))
        .containsExactly(
            "2011-12-28T09:00-10:00", "2011-12-29T09:00-10:00", "2011-12-31T09:00+14:00");
  }

  @Test
  void lastDaysWeekdaysAndYearsAreAsQuartzHasThem() {
    assertThat(next("0 0 18 L * ?", BERLIN, "2027-01-30T12:00:00Z", 3))
        .containsExactly(
            "2027-01-31T18:00+01:00", "2027-02-28T18:00+01:00", "2027-03-31T18:00+02:00");
    assertThat(next("0 15 10 ? * 6#3 2027", BERLIN, "2027-11-01T00:00:00Z", 3))
        .containsExactly("2027-11-19T10:15+01:00", "2027-12-17T10:15+01:00");
  }

  @Test
  void theLatestTimeIsTheOneThatNextWouldHaveGiven() {
    var random = new Random(27);
    for (var expression :
        List.of("0 30 2 * * ?", "0 0/7 * * * ?", "0 0 0 1 1 ?", "0 5 1,2,3 * * ?")) {
      var cron = ZonedCron.of(expression, ZoneId.of(BERLIN));
      for (int i = 0; i < 50; i++) {
        var at = Instant.parse("2027-03-20T00:00:00Z").plusSeconds(random.nextInt(20_000_000));
        var next = cron.next(at).orElseThrow();
        assertThat(cron.latest(next)).hasValue(next);
        assertThat(cron.latest(next.minusSeconds(1)).orElseThrow()).isBeforeOrEqualTo(at);
      }
    }
  }

  @Test
  void noTimeOnTheWallIsLostAndNoneIsDueTwiceInAnyZone() {
    var random = new Random(4711);
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 300; i++) {
      var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      var change = zone.getRules().nextTransition(Instant.parse("2000-01-01T00:00:00Z"));
      var middle = change == null ? Instant.parse("2001-01-01T00:00:00Z") : change.getInstant();
      var cron =
          ZonedCron.of("0 %d %d * * ?".formatted(random.nextInt(60), random.nextInt(24)), zone);
      var due = new ArrayList<Instant>();
      var end = middle.plus(Duration.ofDays(3));
      for (var at = cron.next(middle.minus(Duration.ofDays(3)));
          at.filter(end::isAfter).isPresent();
          at = cron.next(at.get())) {
        due.add(at.get());
      }
      assertThat(due).as("%s %s", cron.expression(), zone).hasSizeBetween(5, 7).isSorted();
      assertThat(due)
          .extracting(at -> LocalDateTime.ofInstant(at, zone).toLocalDate())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void thereMayBeNoNextTime() {
    var past = ZonedCron.of("0 0 0 1 1 ? 2020", ZoneOffset.UTC);
    assertThat(past.next(Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
    assertThat(past.latest(Instant.parse("2026-01-01T00:00:00Z")))
        .hasValue(Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(past.latest(Instant.parse("2019-01-01T00:00:00Z"))).isEmpty();
  }

  /** As cron itself and Spring write it. */
  @ParameterizedTest
  @ValueSource(strings = {"0 0 7 * * *", "0 0 7 * * MON-FRI", "0 0 7 1 * 2"})
  void whichDayIsMeantHasToBeClear(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZonedCron.of(text, ZoneOffset.UTC))
        .withMessage(
            "must have ? for the day of the month or for the day of the week, such as 0 30 7 * * ?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * * *",
        "0 0 7 * *",
        "0 0 25 * * ?",
        "0 0 7 ? * FUN",
        "x 0 7 * * ?",
        "0 0 7 31 FEB-A ?",
        "0 0 7 ? * ? * *"
      })
  void whatIsNoExpressionIsToldSo(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZonedCron.of(text, ZoneOffset.UTC))
        .withMessageMatching(
            "(must have six or seven fields|must begin with one second|cannot be read: ).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"* * * * * ?", "0/5 * * * * ?", "0,30 * * * * ?", "60 0 7 * * ?", "99 0 7 * * ?"})
  void oftenerThanOnceAMinuteIsTooOften(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZonedCron.of(text, ZoneOffset.UTC))
        .withMessage("must begin with one second, 0 to 59: once a minute is the most");
  }

  private static List<String> next(String expression, String zone, String after, int count) {
    var cron = ZonedCron.of(expression, ZoneId.of(zone));
    var found = new ArrayList<String>();
    for (var at = cron.next(Instant.parse(after));
        at.isPresent() && found.size() < count;
        at = cron.next(at.get())) {
      found.add(at.get().atZone(ZoneId.of(zone)).toOffsetDateTime().toString());
    }
    return found;
  }
}
