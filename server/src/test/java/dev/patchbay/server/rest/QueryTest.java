package dev.patchbay.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  @Test
  void whatIsAbsentIsTheUsual() {
    assertThat(Query.instant("since", null)).isNull();
    assertThat(Query.oneOf(DeliveryState.class, "state", null)).isNull();
    assertThat(Query.flag("dryRun", null)).isFalse();
    assertThat(Query.limit(null, 500)).isEqualTo(50);
    assertThat(Query.limit(null, 20)).isEqualTo(20);
  }

  @Test
  void valuesAreRead() {
    assertThat(Query.instant("since", "2026-11-23T08:00:00.5Z"))
        .isEqualTo(Instant.parse("2026-11-23T08:00:00.500Z"));
    assertThat(Query.oneOf(DeliveryState.class, "state", "DEAD")).isEqualTo(DeliveryState.DEAD);
    assertThat(Query.flag("dryRun", "true")).isTrue();
    assertThat(Query.limit("500", 500)).isEqualTo(500);
  }

  @Test
  void aStretchOfTimeThatEndsBeforeItBeginsIsRefused() {
    var day = LocalDate.parse("2026-01-31");
    Query.demandSpan(day, day);
    Query.demandSpan(day, null);
    Query.demandSpan(null, day);
    assertThatThrownBy(() -> Query.demandSpan(day.plusDays(1), day))
        .isInstanceOfSatisfying(
            ProblemException.class,
            faulty ->
                assertThat(faulty.problem().errors())
                    .containsExactly(
                        new FieldError("from", "must not be after 'to'; exchange them")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "501", "1e2", "99999999999", " 5"})
  void aLimitOutOfRangeIsRefused(String value) {
    var problem = catchThrowableOfType(ProblemException.class, () -> Query.limit(value, 500));
    assertThat(problem.problem().errors())
        .containsExactly(new FieldError("limit", "must be a number from 1 to 500"));
  }

  @Test
  void aStateIsWrittenAsItIsListed() {
    var problem =
        catchThrowableOfType(
            ProblemException.class, () -> Query.oneOf(DeliveryState.class, "state", "dead"));
    assertThat(problem.problem().errors())
        .containsExactly(
            new FieldError(
                "state",
                "must be one of PENDING, UNKNOWN, DEAD, DELIVERED, SUPERSEDED, CANCELLED"));
  }

  @Test
  void onlyAForeignCursorIsTheCallersFault() {
    var bug = new IllegalArgumentException("bug");
    assertThatThrownBy(() -> Query.understood(null, () -> thrown(bug))).isSameAs(bug);
    assertThatThrownBy(() -> Query.understood("x", () -> thrown(bug)))
        .isInstanceOf(ProblemException.class);
    var page = new Page<>(List.of("a"), null);
    assertThat(Query.understood("x", () -> page)).isSameAs(page);
  }

  private static Page<String> thrown(RuntimeException failure) {
    throw failure;
  }
}
