package dev.patchbay.console.viewmodel.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery.Chip;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryQueryTest {
  private static DeliveryQuery parsed(String text) {
    var parsed = DeliveryQuery.parse(text);
    assertThat(parsed.problems()).isEmpty();
    return parsed.query();
  }

  @Test
  void readsChipsAndFreeTextInAnyOrder() {
    assertThat(parsed("quota status:dead key:\"A 17\" route:requests exceeded since:2h"))
        .isEqualTo(
            new DeliveryQuery(
                DeliveryState.DEAD, "requests", "A 17", "2h", null, "quota exceeded"));
  }

  @Test
  void knowsAStatusByTheWordOnTheScreenAndByItsName() {
    assertThat(parsed("state:Dead").state()).isEqualTo(DeliveryState.DEAD);
    assertThat(parsed("STATUS:superseded").state()).isEqualTo(DeliveryState.SUPERSEDED);
  }

  @Test
  void turnsAgesIntoTimesOfTheMomentItIsAsked() {
    var query = parsed("since:2h until:30m");
    assertThat(query.filter(Desk.NOW))
        .isEqualTo(
            new DeliveryFilter(
                null,
                null,
                null,
                Desk.NOW.minus(Duration.ofHours(2)),
                Desk.NOW.minus(Duration.ofMinutes(30)),
                null));
    assertThat(query.filter(Desk.NOW.plusSeconds(60)).until())
        .isEqualTo(Desk.NOW.minus(Duration.ofMinutes(29)));
  }

  @Test
  void takesADayAndADayWithATime() {
    assertThat(List.of("2026-11-22", "2026-11-22 14:30", "2026-11-22T14:30:05Z", "90s", "2w"))
        .allMatch(DeliveryQuery::isTime);
    assertThat(List.of("soon", "2026-13-01", "2y", "")).noneMatch(DeliveryQuery::isTime);
  }

  @Test
  void saysWhatItDoesNotUnderstandAndKeepsTheRest() {
    var parsed = DeliveryQuery.parse("status:lost since:soon colour:red route:requests");
    assertThat(parsed.query()).isEqualTo(parsed("route:requests"));
    assertThat(parsed.problems())
        .containsExactly(
            "There is no status “lost”. Try pending, unknown, dead, delivered, superseded or"
                + " cancelled.",
            "“soon” is no time. Write 2h, 30m, 7d, 2026-11-22 or “2026-11-22 14:30”.",
            "There is no filter “colour”. Try status, route, key, since or until.");
  }

  @Test
  void anUnfinishedQuoteTakesTheRest() {
    assertThat(parsed("\"not applied").text()).isEqualTo("not applied");
  }

  @Test
  void whatItWritesIsReadBackAsItself() {
    var query = parsed("status:dead route:\"street lights\" key:7 since:2h until:1h \"no answer\"");
    assertThat(parsed(query.written())).isEqualTo(query);
  }

  @Test
  void aChipTakenAwayLeavesTheOthers() {
    var query = parsed("status:dead route:requests key:7 quota");
    assertThat(query.chips())
        .containsExactly(
            new Chip("route", "requests"), new Chip("key", "7"), new Chip("text", "quota"));
    assertThat(query.without(new Chip("key", "7")))
        .isEqualTo(parsed("status:dead route:requests quota"));
  }

  @Test
  void knowsWhichLiveRowsBelongToIt() {
    try (var desk = Desk.with(100)) {
      var row = desk.hub.deliveries.summary(91);
      assertThat(row.state()).isEqualTo(DeliveryState.DEAD);
      assertThat(parsed("status:dead since:1h protected").takes(row, Desk.NOW)).isTrue();
      assertThat(parsed("status:pending").takes(row, Desk.NOW)).isFalse();
      assertThat(parsed("since:5s").takes(row, Desk.NOW)).isFalse();
      assertThat(parsed("route:elsewhere").takes(row, Desk.NOW)).isFalse();
    }
  }
}
