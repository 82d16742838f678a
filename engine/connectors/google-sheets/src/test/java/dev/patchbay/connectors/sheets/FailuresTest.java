package dev.patchbay.connectors.sheets;

import static dev.patchbay.connectors.sheets.Playground.row;
import static dev.patchbay.connectors.sheets.Playground.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  private static final String WRITE = "spreadsheets.batchUpdate";

  private final Playground playground = new Playground();
  private final RowTarget connector = playground.connect();
  private final Sender sender = playground.sender(connector);

  @BeforeEach
  void fillTheTab() {
    sender.deliverForSure(List.of(row("a", "A", "new")));
  }

  @AfterEach
  void close() {
    connector.close();
    playground.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "503", "drop-after-apply"})
  void doesNotKnowWhatBecameOfAWriteThatBrokeDown(String fault) {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.sandbox().fault(fault, WRITE, 1);

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(sender.resolve(attempt))
        .isInstanceOfAny(Resolution.WasApplied.class, Resolution.NeverApplied.class);
    sender.deliverForSure(List.of(row("b", "B", "new")));
    assertThat(playground.rows()).containsExactly(shown("a", "A", "new"), shown("b", "B", "new"));
  }

  @Test
  void doesNotTrustHalfAnAnswer() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.link().truncateAnswer();

    assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.WasApplied.class);
  }

  @Test
  void refusesABatchThatArrivesAfterItWasGivenUp() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.sandbox().fault("late-apply", WRITE, 1);

    sender.deliver(attempt);

    assertThat(sender.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
    Eventually.soon()
        .passes(() -> assertThat(playground.sandbox().stats()).contains("\"late-400\""));
    assertThat(playground.rows()).containsExactly(shown("a", "A", "new"));
  }

  @Test
  void waitsWhereGooglesQuotaIsUsedUp() {
    var attempt = sender.prepare(List.of(row("b", "B", "new")));
    playground.sandbox().fault("429", WRITE, 1);

    assertThat(sender.deliver(attempt))
        .isInstanceOfSatisfying(
            Outcome.Throttled.class,
            throttled ->
                assertThat(throttled.after())
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(65)));
    assertThat(playground.rows()).hasSize(1);
  }

  @Test
  void getsANewAccessTokenWhereTheOldOneExpired() {
    playground.sandbox().fault("expire-token", WRITE, 1);

    assertThat(sender.deliver(sender.prepare(List.of(row("b", "B", "new")))))
        .isInstanceOf(Outcome.Applied.class);
  }

  @Test
  void givesUpWaitingAndSendsNothingTwice() {
    try (var hasty =
        playground.connect(
            Map.of("read-timeout-seconds", "1"), playground::secret, _ -> Duration.ZERO)) {
      sender.use(hasty);
      var attempt = sender.prepare(List.of(row("b", "B", "new")));
      playground.sandbox().fault("slow", WRITE, 1);

      assertThat(sender.deliver(attempt)).isInstanceOf(Outcome.Unknown.class);
      assertThat(playground.link().calls()).filteredOn("write"::equals).hasSize(2);
      sender.use(connector);
      sender.resolve(attempt);
    }
  }

  @Test
  void namesTheRowWhoseTextIsTooLong() {
    var long1 = new Row("b", Map.of("title", new Cell.Text("x".repeat(50_001))));

    var refused = refusal(sender.batch(List.of(row("c", "C", "new"), long1)));

    assertThat(refused)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected ->
                assertThat(rejected.faults())
                    .extracting(Outcome.RowFault::index)
                    .containsExactly(1));
  }

  @Test
  void letsTheLaneWaitWhereTheSpreadsheetIsMissing() {
    var nowhere = new Target(Map.of("spreadsheet", "1nowhere", "tab", "Requests"));
    var batch =
        new RowBatch(
            new Token(1, UUID.randomUUID()),
            nowhere,
            Playground.LAYOUT,
            List.of(row("b", "B", "new")),
            List.of("1-1"),
            List.of());

    assertThat(refusal(batch)).isInstanceOf(Outcome.TargetRefused.class);
  }

  @Test
  void holdsTheConnectorWhereNoCredentialIsSet() {
    try (var bare = playground.connect(Map.of(), _ -> Optional.empty(), _ -> Duration.ZERO)) {
      var refused = bare.prepare(sender.batch(List.of(row("b", "B", "new"))));

      assertThat(((Preparation.Refused) refused).outcome())
          .isInstanceOf(Outcome.CredentialRefused.class);
    }
  }

  @Test
  void holdsTheConnectorWhereTheKeyIsNoLongerGood() {
    var old = playground.sandbox().key().replaceFirst("\"client_email\" ?: ?\"", "$0gone-");
    try (var revoked =
        playground.connect(
            Map.of(), name -> playground.secret(name).map(_ -> old), _ -> Duration.ZERO)) {
      var refused = revoked.prepare(sender.batch(List.of(row("b", "B", "new"))));

      assertThat(((Preparation.Refused) refused).outcome())
          .isInstanceOf(Outcome.CredentialRefused.class);
      assertThat(refused.toString()).doesNotContain("PRIVATE KEY");
    }
  }

  @Test
  void takesARotatedKeyAtOnce() {
    var current = new String[] {"{}"};
    try (var rotated =
        playground.connect(
            Map.of(), name -> playground.secret(name).map(_ -> current[0]), _ -> Duration.ZERO)) {
      sender.use(rotated);
      rotated.prepare(sender.batch(List.of(row("b", "B", "new"))));
      current[0] = playground.sandbox().key();

      assertThat(sender.deliver(sender.prepare(List.of(row("b", "B", "new")))))
          .isInstanceOf(Outcome.Applied.class);
    }
  }

  @Test
  void appliesNothingWhereGoogleCannotBeReached() {
    try (var lost =
        playground.connect(
            Map.of("root-url", "http://127.0.0.1:1/"), playground::secret, _ -> Duration.ZERO)) {
      var refused = lost.prepare(sender.batch(List.of(row("b", "B", "new"))));

      assertThat(((Preparation.Refused) refused).outcome())
          .isInstanceOfSatisfying(
              Outcome.NotApplied.class,
              outcome -> assertThat(outcome.cause().code()).isEqualTo("unreachable"));
    }
  }

  private Outcome refusal(RowBatch batch) {
    var preparation = connector.prepare(batch);
    assertThat(preparation).isInstanceOf(Preparation.Refused.class);
    return ((Preparation.Refused) preparation).outcome();
  }
}
