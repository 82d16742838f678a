package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Description;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckTest {
  private final Playground playground = new Playground();
  private final RowTarget connector = playground.connect();

  @AfterEach
  void close() {
    connector.close();
    playground.close();
  }

  @Test
  void provesThatATokenIsRefusedTheSecondTimeAndLeavesNothingBehind() {
    var report = connector.check(List.of(playground.target(), playground.target("Other")));

    assertThat(report.ok()).isTrue();
    assertThat(report.guarantee()).isEqualTo(Guarantee.IDEMPOTENT);
    assertThat(report.steps())
        .extracting(CheckReport.Step::name)
        .containsExactly(
            "Sign in",
            "Read Service requests",
            "Write to Service requests",
            "Exactly once in Service requests");
    assertThat(report.titles())
        .isEqualTo(
            Map.of(
                playground.target(), "Service requests / Requests",
                playground.target("Other"), "Service requests / Other"));
    assertThat(playground.person().metadata("patchbay.check")).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithATargetThatIsNotThere() {
    var nowhere = new Target(Map.of("spreadsheet", "1nowhere", "tab", "Requests"));

    var report = connector.check(List.of(nowhere));

    assertThat(report.ok()).isFalse();
    assertThat(report.titles()).isEmpty();
  }

  @Test
  void signsInWithARefreshTokenAsWell() {
    var settings = Map.of("token-url", playground.sandbox().uri().resolve("/token").toString());
    try (var user =
        playground.connect(
            settings,
            name ->
                name.startsWith("oauth")
                    ? Optional.of(playground.sandbox().oauth(name))
                    : Optional.empty(),
            _ -> Duration.ZERO)) {
      assertThat(user.check(List.of()).steps())
          .containsExactly(new CheckReport.Step("Sign in", true, "Google accepts the credential."));
      assertThat(playground.sender(user).deliverForSure(List.of(row("a", "A", "new")))).isOne();
    }
  }

  @Test
  void showsTheRealColumnsWithTheIdsAnchoredThere() {
    playground.sender(connector).deliverForSure(List.of(row("a", "A", "new")));
    playground.person().type("Requests!D1", List.of(List.of("Notes")));

    assertThat(connector.describe(playground.target()))
        .isInstanceOfSatisfying(
            Description.Found.class,
            found -> {
              assertThat(found.title()).isEqualTo("Service requests / Requests");
              assertThat(found.columns())
                  .containsExactly(
                      new Description.Place("A", "Id", "id"),
                      new Description.Place("B", "Title", "title"),
                      new Description.Place("C", "State", "state"),
                      new Description.Place("D", "Notes", null));
            });
  }

  @Test
  void describesATabThatWillBeCreatedAsEmpty() {
    assertThat(connector.describe(playground.target("Later")))
        .isInstanceOfSatisfying(
            Description.Found.class, found -> assertThat(found.columns()).isEmpty());
  }
}
