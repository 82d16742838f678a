package dev.patchbay.services.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.services.rest.FarService.Plan;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens by client credentials, over HTTP. */
class ClientTokensTest {
  private final Rig rig = new Rig().withClientCredentials();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void asksForATokenAsTheRfcSays() {
    rig.settings.put("scope", "users:read requests:read");
    rig.settings.put("clientId", "hub:1");
    rig.secrets.put("clientSecret", "s+3 cret%");

    assertThat(Rig.fetch(rig.open())).isInstanceOf(Fetched.Found.class);

    assertThat(rig.far.tokenRequests())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request)
                    .containsEntry("content-type", "application/x-www-form-urlencoded")
                    .containsEntry("authorization", "Basic " + base64("hub%3A1:s%2B3+cret%25"))
                    .containsEntry(
                        ":body",
                        "grant_type=client_credentials&scope=users%3Aread+requests%3Aread"));
    assertThat(sentTokens()).containsExactly("Bearer token-1");
  }

  @Test
  void asksForOneTokenHoweverManyNeedOne() throws Exception {
    var service = rig.open();
    var gate = new CountDownLatch(1);
    rig.far.holdTokens(gate);

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking = IntStream.range(0, 50).mapToObj(_ -> callers.submit(() -> Rig.fetch(service)));
      var answers = asking.toList();
      Eventually.soon().isTrue("one asks for a token", () -> rig.far.tokenRequests().size() == 1);
      gate.countDown();
      for (var answer : answers) {
        assertThat(answer.get()).isInstanceOf(Fetched.Found.class);
      }
    }

    assertThat(rig.far.tokenRequests()).hasSize(1);
    assertThat(rig.far.asked()).hasSize(50);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"expires_in\":3600', 2879, 2880",
    "'\"expires_in\":\"100\"', 79, 80",
    "'\"expires_in\":40', 29, 30",
    "'\"expires_in\":12.5', 5, 6",
    "'\"expires_in\":null', 239, 240",
    "'\"expires_in\":true', 239, 240",
    "'\"scope\":\"a\"', 239, 240"
  })
  void keepsATokenUntilShortlyBeforeItsEnd(String life, int kept, int renewed) {
    rig.far.nextToken(issued("first", life));
    var service = rig.open();
    Rig.fetch(service);

    rig.clock.advance(Duration.ofSeconds(kept));
    Rig.fetch(service);
    assertThat(rig.far.tokenRequests()).hasSize(1);

    rig.clock.advance(Duration.ofSeconds(renewed - kept));
    Rig.fetch(service);
    assertThat(sentTokens()).containsOnly("Bearer first");
    Eventually.soon()
        .passes(
            () -> {
              Rig.fetch(service);
              assertThat(sentTokens()).contains("Bearer token-1");
            });
    assertThat(rig.far.tokenRequests()).hasSize(2);
  }

  @Test
  void sendsNoTokenAfterItsEnd() {
    rig.far.nextToken(issued("first", "\"expires_in\":60"));
    var service = rig.open();
    Rig.fetch(service);

    rig.clock.advance(Duration.ofSeconds(60));
    Rig.fetch(service);

    assertThat(sentTokens()).containsExactly("Bearer first", "Bearer token-1");
  }

  @Test
  void goesOnWithATokenThatServesWhileTheAuthServiceIsDown() {
    var service = rig.open();
    Rig.fetch(service);
    Stream.generate(() -> Plan.answer(503)).limit(2).forEach(rig.far::nextToken);

    rig.clock.advance(Duration.ofMinutes(50));
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);
    Eventually.soon().isTrue("it is asked", () -> rig.far.tokenRequests().size() == 2);
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);

    rig.clock.advance(Duration.ofMinutes(11));
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Unavailable.class);
    Eventually.soon() // the first renewal may have come to its end only now
        .passes(() -> assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class));
    assertThat(sentTokens().getLast()).isEqualTo("Bearer token-2");
  }

  @Test
  void getsAnotherTokenForOneThatWasRevoked() {
    var service = rig.open();
    Rig.fetch(service);
    rig.far.acceptOnly("token-2");

    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);
    assertThat(sentTokens()).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void getsOneTokenForManyWhoseTokenWasRevoked() throws Exception {
    var service = rig.open();
    Rig.fetch(service);
    rig.far.acceptOnly("token-2");

    for (var answer : together(() -> Rig.fetch(service))) {
      assertThat(answer.get()).isInstanceOf(Fetched.Found.class);
    }
    assertThat(rig.far.tokenRequests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void asksOnceMoreAndNotForEver(int status) {
    rig.far.next(Plan.answer(status));
    rig.far.next(Plan.answer(status));

    assertThat(Rig.fetch(rig.open())).isInstanceOf(Fetched.CredentialRefused.class);
    assertThat(sentTokens()).containsExactly("Bearer token-1", "Bearer token-2");
  }

  @Test
  void isUnavailableWhereNoOtherTokenCanBeHadForARevokedOne() {
    var service = rig.open();
    Rig.fetch(service);
    rig.far.acceptOnly("token-2");
    rig.far.nextToken(Plan.answer(503).with("Retry-After", "9"));

    assertThat(Rig.fetch(service))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class,
            answer -> assertThat(answer.pause()).isEqualTo(Duration.ofSeconds(9)));
  }

  @ParameterizedTest
  @CsvSource({
    "400,invalid_client",
    "401,invalid_client",
    "400,invalid_scope",
    "400,unauthorized_client",
    "400,invalid_grant",
    "400,unsupported_grant_type",
    "400,invalid_request",
    "401,''",
    "403,something_else"
  })
  void saysThatThePairIsNotTaken(int status, String error) {
    rig.far.nextToken(refusal(status, error));

    assertThat(Rig.fetch(rig.open()))
        .isInstanceOfSatisfying(
            Fetched.CredentialRefused.class,
            answer ->
                assertThat(answer.cause().message())
                    .contains(Integer.toString(status))
                    .doesNotContain("s3cret")
                    .doesNotContain("something_else"));
    assertThat(rig.far.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400,temporarily_unavailable",
    "400,slow_down",
    "404,''",
    "429,''",
    "500,invalid_client",
    "503,''",
    "302,''",
    "204,''"
  })
  void asksAgainLaterWhereTheAuthServiceFails(int status, String error) {
    rig.far.nextToken(refusal(status, error));
    var service = rig.open();

    assertThat(Rig.fetch(service))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class,
            answer ->
                assertThat(answer.cause().message())
                    .startsWith("The Auth Service at 127.0.0.1:")
                    .doesNotContain("s3cret"));
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"access_token\":\"\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"a\\nb\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":{\"access_token\":\"a\"},\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"a\",\"token_type\":\"mac\"}",
        "{\"access_token\":\"a\"}"
      })
  void takesNothingForATokenThatIsNone(String body) {
    rig.far.nextToken(Plan.answer(200, body));

    assertThat(Rig.fetch(rig.open()))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class,
            answer -> assertThat(answer.cause().code()).isEqualTo("no-token"));
    assertThat(rig.far.asked()).isEmpty();
  }

  @Test
  void failsNobodyForTheShortDeadlineOfAnother() throws Exception {
    var service = rig.open();
    var gate = new CountDownLatch(1);
    rig.far.holdTokens(gate);

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(service.fetch("/users/7", Deadline.in(Duration.ofMillis(100))))
          .isInstanceOf(Fetched.Unavailable.class);
      var patient = callers.submit(() -> Rig.fetch(service));
      gate.countDown();
      assertThat(patient.get()).isInstanceOf(Fetched.Found.class);
    }
    assertThat(rig.far.tokenRequests()).hasSize(1);
  }

  @Test
  void takesASecretThatWasRotated() {
    rig.secrets.remove("clientSecret");
    var service = rig.open();
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.CredentialRefused.class);
    assertThat(rig.far.tokenRequests()).isEmpty();

    rig.secrets.put("clientSecret", "other");
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);
    assertThat(rig.far.tokenRequests().getFirst())
        .containsEntry("authorization", "Basic " + base64("patchbay:other"));
  }

  @Test
  void showsNoTokenAsText() {
    assertThat(new TokenAnswer.Issued(new Grant.Token("t0ken"), Duration.ZERO).toString())
        .doesNotContain("t0ken");
  }

  private static List<Future<Fetched>> together(Callable<Fetched> call) throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      return callers.invokeAll(Collections.nCopies(20, call));
    }
  }

  private List<String> sentTokens() {
    return rig.far.asked().stream().map(it -> it.getOrDefault("authorization", "")).toList();
  }

  private static Plan issued(String token, String life) {
    return Plan.answer(
        200, "{\"access_token\":\"%s\",\"token_type\":\"bearer\",%s}".formatted(token, life));
  }

  private static Plan refusal(int status, String error) {
    return Plan.answer(
        status, "{\"error\":\"%s\",\"error_description\":\"not s3cret\"}".formatted(error));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
