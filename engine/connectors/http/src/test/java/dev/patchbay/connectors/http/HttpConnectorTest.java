package dev.patchbay.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.connectors.http.FarService.Moment;
import dev.patchbay.connectors.http.FarService.Trick;
import dev.patchbay.spi.Attempt;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Guarantee;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Preparation;
import dev.patchbay.spi.Resolution;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.RowBatch;
import dev.patchbay.spi.RowTarget;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectorTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
  private static final Target TARGET = new Target(Map.of("path", "/hooks/requests/"));
  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Column("id", "Id", CellKind.TEXT), new Column("state", "State", CellKind.TEXT)),
          "id",
          WriteMode.APPEND);

  private final FarService service = new FarService();
  private final Map<String, String> settings =
      new HashMap<>(Map.of("url", service.uri() + "/api", "idempotent", "true"));
  private final Map<String, String> secrets = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final List<RowTarget> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(RowTarget::close);
    service.close();
  }

  @Test
  void postsARowAsOneObjectUnderTheKeyOfItsDelivery() {
    secrets.put("authorization", "Bearer s3cret");

    assertThat(deliver("7-1-e", row("a", "open")))
        .isEqualTo(new Outcome.Applied("POST " + service.uri() + "/api/hooks/requests → 200"));
    assertThat(service.requests().getFirst())
        .containsEntry(":path", "/api/hooks/requests")
        .containsEntry("idempotency-key", "7-1-e")
        .containsEntry("content-type", "application/json")
        .containsEntry("authorization", "Bearer s3cret")
        .containsEntry(
            ":body",
            "{\"delivery\":\"7-1-e\",\"key\":\"a\",\"data\":{\"Id\":\"a\",\"State\":\"open\"}}");
    assertThat(calls).containsExactly("POST 200");
  }

  @Test
  void postsSeveralRowsAsAnArrayUnderOneKeyThatStaysTheSame() {
    settings.put("rows-per-request", "10");
    var rows = List.of(row("a", "open"), row("b", "open"));
    service.next(Trick.answer(500));

    deliver(connector(), attempt(rows, List.of("7-1-e", "7-2-f")));
    deliver(connector(), attempt(rows, List.of("7-1-e", "7-2-f")));

    var requests = service.requests();
    assertThat(requests.get(0).get("idempotency-key"))
        .isEqualTo(requests.get(1).get("idempotency-key"))
        .hasSize(36);
    assertThat(requests.get(1).get(":body"))
        .startsWith("[{\"delivery\":\"7-1-e\"")
        .contains("},{\"delivery\":\"7-2-f\"")
        .endsWith("}]");
  }

  @Test
  void writesEveryKindOfCellAsJson() {
    var cells = new LinkedHashMap<String, Cell>();
    cells.put("text", new Cell.Text("007 \"é\""));
    cells.put("number", new Cell.Numeric(new BigDecimal("1.50")));
    cells.put("flag", new Cell.Bool(true));
    cells.put("day", new Cell.Date(LocalDate.of(2026, 2, 28)));
    cells.put("time", new Cell.DateTime(LocalDateTime.of(2026, 2, 28, 23, 59, 1)));
    cells.put("money", new Cell.Money(new BigDecimal("0.10"), "EUR"));
    cells.put("link", new Cell.Link("https://x.example/", "x"));
    cells.put("empty", new Cell.Empty());

    deliver("7-1-e", new Row("a", cells));

    assertThat(service.requests().getFirst().get(":body"))
        .endsWith(
            "\"data\":{\"text\":\"007 \\\"é\\\"\",\"number\":1.50,\"flag\":true,"
                + "\"day\":\"2026-02-28\",\"time\":\"2026-02-28T23:59:01\","
                + "\"money\":{\"amount\":0.10,\"currency\":\"EUR\"},"
                + "\"link\":{\"uri\":\"https://x.example/\",\"label\":\"x\"},\"empty\":null}}");
  }

  @Test
  void signsAsStandardWebhooksDo() {
    secrets.put("signing-secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    deliver("7-1-e", row("a", "open"));

    var sent = service.requests().getFirst();
    assertThat(sent)
        .containsEntry("webhook-id", "7-1-e")
        .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()));
    assertThat(sent.getOrDefault("webhook-signature", "")).matches("v1,[A-Za-z0-9+/]{43}=");
  }

  @Test
  void makesTheSignatureOfTheSpecification() {
    var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330,
                body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408, 425})
  void triesAgainLaterWhatTheServiceFailedAt(int status) {
    service.next(Trick.answer(status).with("Retry-After", "120").saying("broken"));

    assertThat(deliver("7-1-e", row("a", "open")))
        .isInstanceOfSatisfying(
            Outcome.NotApplied.class,
            refused -> {
              assertThat(refused.after()).isEqualTo(Duration.ofMinutes(2));
              assertThat(refused.cause().message())
                  .isEqualTo("The service answers " + status + ": broken");
            });
  }

  @Test
  void doublesNothingThoughTheServiceFailsAfterItApplied() {
    service.next(Trick.answer(500).at(Moment.AFTER_APPLY));

    assertThat(deliver("7-1-e", row("a", "open"))).isInstanceOf(Outcome.NotApplied.class);
    assertThat(deliver("7-1-e", row("a", "open"))).isInstanceOf(Outcome.Applied.class);
    assertThat(service.applied()).containsOnlyKeys("7-1-e");
  }

  @Test
  void readsADateInRetryAfter() {
    service.next(Trick.answer(503).with("Retry-After", "Thu, 26 Nov 2026 10:00:30 GMT"));

    assertThat(deliver("7-1-e", row("a", "open")))
        .isInstanceOfSatisfying(
            Outcome.NotApplied.class,
            refused -> assertThat(refused.after()).isEqualTo(Duration.ofSeconds(30)));
  }

  @Test
  void waitsWithoutATryLostWhenThereAreTooManyRequests() {
    service.next(Trick.answer(429).with("Retry-After", "7"));

    assertThat(deliver("7-1-e", row("a", "open")))
        .isInstanceOfSatisfying(
            Outcome.Throttled.class,
            refused -> assertThat(refused.after()).isEqualTo(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 413, 415, 422})
  void parksWhatTheServiceRefuses(int status) {
    service.next(Trick.answer(status).saying("State is unknown"));

    assertThat(deliver("7-1-e", row("a", "open")))
        .isEqualTo(
            new Outcome.Rejected(
                new Cause("refused", "The service answers " + status + ": State is unknown"),
                List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void holdsTheConnectorWhenItsCredentialIsRefused(int status) {
    service.next(Trick.answer(status));

    assertThat(deliver("7-1-e", row("a", "open"))).isInstanceOf(Outcome.CredentialRefused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 308, 404, 405, 410})
  void letsTheLaneWaitWhereTheAddressIsWrong(int status) {
    service.next(Trick.answer(status).with("Location", "http://127.0.0.1:1/"));

    assertThat(deliver("7-1-e", row("a", "open"))).isInstanceOf(Outcome.TargetRefused.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"ENDLESS", "TRUNCATED"})
  void believesTheStatusWhateverBecomesOfTheBody(Moment moment) {
    service.next(new Trick(200, Map.of(), "thanks", moment));

    assertThat(deliver("7-1-e", row("a", "open"))).isInstanceOf(Outcome.Applied.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"CUT_BEFORE_APPLY", "CUT_AFTER_APPLY"})
  void settlesALostAnswerBySendingTheSameAgain(Moment moment) {
    var attempt = attempt(List.of(row("a", "open")), List.of("7-1-e"));
    service.next(Trick.answer(200).at(moment));

    assertThat(deliver(connector(), attempt)).isInstanceOf(Outcome.Unknown.class);
    assertThat(connector().resolve(asStored(attempt))).isInstanceOf(Resolution.WasApplied.class);
    assertThat(service.applied()).containsOnlyKeys("7-1-e");
    assertThat(service.requests().getLast().get(":body"))
        .isEqualTo(service.requests().getFirst().get(":body"));
  }

  @Test
  void asksAgainWhileNobodyAnswersAndGivesUpWhatIsRefused() {
    var attempt = asStored(attempt(List.of(row("a", "open")), List.of("7-1-e")));
    service.next(Trick.answer(200).at(Moment.CUT_BEFORE_APPLY));
    service.next(Trick.answer(429).with("Retry-After", "9"));
    service.next(Trick.answer(401));
    service.next(Trick.answer(422));
    var connector = connector();

    assertThat(connector.resolve(attempt)).isInstanceOf(Resolution.StillUnknown.class);
    assertThat(connector.resolve(attempt))
        .isInstanceOfSatisfying(
            Resolution.StillUnknown.class,
            unknown -> assertThat(unknown.after()).isEqualTo(Duration.ofSeconds(9)));
    assertThat(connector.resolve(attempt)).isInstanceOf(Resolution.CredentialRefused.class);
    assertThat(connector.resolve(attempt)).isInstanceOf(Resolution.NeverApplied.class);
  }

  @Test
  void sendsAgainAtOnceWhereTheKeyIsNotHonoured() {
    settings.put("idempotent", "false");
    var connector = connector();

    assertThat(connector.guarantee(TARGET)).isEqualTo(Guarantee.NONE);
    assertThat(connector.resolve(asStored(attempt(List.of(row("a", "open")), List.of("7-1-e")))))
        .isInstanceOf(Resolution.NeverApplied.class);
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void sendsNothingOnceTheDeadlineHasPassedOrNobodyListens() {
    var attempt = attempt(List.of(row("a", "open")), List.of("7-1-e"));
    var late =
        new Attempt(
            attempt.batch(), attempt.plan(), attempt.lastRows(), Deadline.in(Duration.ZERO));

    assertThat(connector().deliver(late)).isInstanceOf(Outcome.NotApplied.class);
    assertThat(service.requests()).isEmpty();

    service.close();
    assertThat(deliver(connector(), attempt)).isInstanceOf(Outcome.NotApplied.class);
  }

  @Test
  void namesNoSecretThatCannotBeSent() {
    secrets.put("authorization", "Bearer with a\nline break");

    assertThat(deliver("7-1-e", row("a", "open")).toString())
        .contains("enter it anew")
        .doesNotContain("line break");
  }

  @Test
  void keepsTheConnectionForTheNextRequest() {
    var connector = connector();
    for (int i = 0; i < 3; i++) {
      service.next(Trick.answer(200).saying("thanks a lot ".repeat(500)).at(Moment.AFTER_APPLY));
      deliver(connector, attempt(List.of(row("a", "open")), List.of("7-" + i + "-e")));
    }

    assertThat(service.requests())
        .extracting(it -> it.get(":port"))
        .hasSize(3)
        .containsOnly(service.requests().getFirst().get(":port"));
  }

  @Test
  void saysThatTheNumberOfLanesIsNone() {
    var target = new Target(Map.of("lanes", "some"));

    assertThatThrownBy(() -> new HttpType().targetIdentity(target))
        .hasMessage("setting 'lanes' is no whole number");
  }

  @Test
  void checksThatSomebodyAnswers() {
    service.next(Trick.answer(405));
    assertThat(connector().check(List.of()).ok()).isTrue();

    service.next(Trick.answer(401));
    assertThat(connector().check(List.of()).steps().getFirst().message())
        .isEqualTo("It answers 401: enter another authorization.");

    secrets.put("authorization", "Bearer with a\nline break");
    assertThat(connector().check(List.of()).steps().getFirst().message()).contains("enter it anew");
    secrets.clear();
    service.close();
    assertThat(connector().check(List.of()).ok()).isFalse();
  }

  private Outcome deliver(String delivery, Row row) {
    return deliver(connector(), attempt(List.of(row), List.of(delivery)));
  }

  private static Outcome deliver(RowTarget connector, Attempt attempt) {
    return connector.deliver(attempt);
  }

  private RowTarget connector() {
    var context =
        new ConnectorContext(
            "hook",
            settings,
            name -> Optional.ofNullable(secrets.get(name)),
            InstantSource.fixed(NOW),
            _ -> Duration.ZERO,
            (method, status, _) -> calls.add(method + " " + status));
    var connector = new HttpType().create(context);
    opened.add(connector);
    return connector;
  }

  private Attempt attempt(List<Row> rows, List<String> deliveries) {
    var batch =
        new RowBatch(new Token(1, new UUID(1, 1)), TARGET, LAYOUT, rows, deliveries, List.of());
    var plan = ((Preparation.Ready) connector().prepare(batch)).plan();
    return new Attempt(batch, plan, _ -> Map.of(), Deadline.in(Duration.ofSeconds(30)));
  }

  /** As it comes back from the database: without its deliveries. */
  private static Attempt asStored(Attempt attempt) {
    var batch = attempt.batch();
    var stored =
        new RowBatch(
            batch.token(), batch.target(), batch.layout(), batch.rows(), List.of(), List.of());
    return new Attempt(stored, attempt.plan(), attempt.lastRows(), attempt.deadline());
  }

  private static Row row(String key, String state) {
    var cells = new LinkedHashMap<String, Cell>();
    cells.put("id", new Cell.Text(key));
    cells.put("state", new Cell.Text(state));
    return new Row(key, cells);
  }
}
