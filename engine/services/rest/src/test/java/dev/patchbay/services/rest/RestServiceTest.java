package dev.patchbay.services.rest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.services.rest.FarService.Plan;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.spi.service.ServiceContext;
import dev.patchbay.spi.service.ServiceType;
import java.time.Duration;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestServiceTest {
  private static final Deadline LATER = Deadline.in(Duration.ofMinutes(10));

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void isFoundByItsName() {
    assertThat(ServiceLoader.load(ServiceType.class))
        .extracting(ServiceType::name, ServiceType::label)
        .containsExactly(tuple("rest", "REST API"));
  }

  @Test
  void asksBelowItsAddressAndHandsOverWhatIsAnswered() {
    rig.far.next(Plan.answer(200, "{\"name\":\"Zoë\"}\n"));

    var fetched = rig.open().fetch("/users/a%2Fb?fields=name,role&x=%3D", LATER);

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Found.class,
            found -> assertThat(new String(found.json(), UTF_8)).isEqualTo("{\"name\":\"Zoë\"}\n"));
    assertThat(rig.far.asked())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request)
                    .containsEntry(":path", "/api/users/a%2Fb?fields=name,role&x=%3D")
                    .containsEntry("accept", "application/json")
                    .doesNotContainKey("authorization")
                    .doesNotContainKey("upgrade"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", " 7 ", "\"x\"", "[]", "{\"a\":[{\"b\":\"\\u00e9\"}]}"})
  void takesAnyJsonValue(String json) {
    rig.far.next(Plan.answer(200, json));

    assertThat(Rig.fetch(rig.open())).isInstanceOf(Fetched.Found.class);
  }

  static Stream<byte[]> noJson() {
    return Stream.concat(
        Stream.of(
                "",
                " ",
                "<html></html>",
                "{\"id\":\"7\"",
                "{\"id\":\"7\"}{}",
                "{\"id\":7,}",
                "{\"id\":NaN}",
                "{'id':7}",
                "{\"id\":\"7\"} trailing",
                "[".repeat(100_000))
            .map(text -> text.getBytes(UTF_8)),
        Stream.of(
            "{\"id\":\"7\"}".getBytes(UTF_16),
            new byte[] {'{', '"', 'i', '"', ':', '"', (byte) 0xC3, '"', '}'}));
  }

  @ParameterizedTest
  @MethodSource("noJson")
  void isUnavailableWhereTheAnswerIsNotJson(byte[] body) {
    rig.far.next(Plan.answer(200, body));

    assertThat(Rig.fetch(rig.open()))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class,
            answer -> assertThat(answer.cause().code()).isEqualTo("not-json"));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void missesWhatIsNotThere(int status) {
    rig.far.next(Plan.answer(status, "<html>"));

    assertThat(Rig.fetch(rig.open())).isEqualTo(new Fetched.Missing());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void waitsAsABusyServiceAsks(int status) {
    rig.far.next(Plan.answer(status).with("Retry-After", "17"));
    rig.far.next(Plan.answer(status).with("Retry-After", "Thu, 26 Nov 2026 10:00:30 GMT"));
    var service = rig.open();

    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Unavailable.class);
    assertThat(Rig.fetch(service))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class,
            answer -> {
              assertThat(answer.pause()).isEqualTo(Duration.ofSeconds(30));
              assertThat(answer.cause().code()).isEqualTo("busy");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "17,PT17S",
    "0,PT0S",
    "-5,PT0S",
    "soon,PT0S",
    "1.5,PT0S",
    "999999999999999999,PT24H",
    "99999999999999999999999,PT0S",
    "'Thu, 26 Nov 2026 09:00:00 GMT',PT0S",
    "'Fri, 26 Nov 2027 10:00:00 GMT',PT24H",
    "'Thu, 99 Nov 2026 10:00:00 GMT',PT0S"
  })
  void believesNoRetryAfterThatMakesNoSense(String header, Duration pause) {
    rig.far.next(Plan.answer(503).with("Retry-After", header));

    assertThat(Rig.fetch(rig.open()))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class, answer -> assertThat(answer.pause()).isEqualTo(pause));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 501, 502, 504, 599})
  void mayAnswerAnotherTimeWhereItFailed(int status) {
    rig.far.next(Plan.answer(status, "{\"detail\":\"stack trace\"}"));

    assertThat(Rig.fetch(rig.open()))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class,
            answer ->
                assertThat(answer.cause().message())
                    .isEqualTo(
                        "The service 'users' at 127.0.0.1:%d answers %d."
                            .formatted(rig.far.port(), status)));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsNoRedirect(int status) {
    rig.far.next(Plan.answer(status).with("Location", rig.far.uri() + "/elsewhere"));

    assertThat(Rig.fetch(rig.open()))
        .isInstanceOfSatisfying(
            Fetched.Unavailable.class,
            answer -> assertThat(answer.cause().code()).isEqualTo("redirected"));
    assertThat(rig.far.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 405, 406, 409, 413, 414, 422, 451})
  void isRefusedWhatTheServiceWouldNeverTake(int status) {
    rig.far.next(Plan.answer(status));

    assertThat(Rig.fetch(rig.open())).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void sendsTheTokenThatIsSetNow() {
    var service = rig.withBearer("first").open();

    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);
    rig.secrets.put("token", "second");
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Found.class);

    assertThat(rig.far.asked())
        .extracting(request -> request.get("authorization"))
        .containsExactly("Bearer first", "Bearer second");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void asksOnceWhereAFixedTokenIsRefused(int status) {
    rig.far.next(Plan.answer(status).with("WWW-Authenticate", "Bearer"));

    assertThat(Rig.fetch(rig.withBearer("first").open()))
        .isInstanceOf(Fetched.CredentialRefused.class);
    assertThat(rig.far.asked()).hasSize(1);
  }

  @Test
  void saysWhichSecretIsMissingUnfitOrUnreadable() {
    var service = rig.withBearer("with a\nline break").open();

    assertThat(Rig.fetch(service))
        .isEqualTo(
            new Fetched.CredentialRefused(
                new Cause("secret-unfit", "The token cannot be sent: enter it anew.")));
    rig.secrets.clear();
    assertThat(Rig.fetch(service))
        .isEqualTo(
            new Fetched.CredentialRefused(
                new Cause("secret-missing", "The token is missing: enter it.")));
    try (var locked = new RestServiceType().open(unreadable())) {
      assertThat(Rig.fetch(locked)).isInstanceOf(Fetched.CredentialRefused.class);
    }
    assertThat(rig.far.asked()).isEmpty();
  }

  private ServiceContext unreadable() {
    return new ServiceContext(
        "users",
        rig.settings,
        name -> {
          throw new UnreadableSecretException(name, new IllegalStateException());
        },
        rig.clock);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "users/7",
        "@evil.example/",
        "/users/a b",
        "/users/%",
        "/users/ä",
        "/users/7#top",
        "/users/..",
        "/users/../admin",
        "/users/%2E%2e/admin",
        "/users/.%2e?x=1",
        "/users/..\\admin",
        "/./users",
        "/users/7\r\nHost: evil"
      })
  void sendsNoPathThatIsNone(String path) {
    assertThat(rig.open().fetch(path, LATER))
        .isInstanceOfSatisfying(
            Fetched.Refused.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("bad-path"));
    assertThat(rig.far.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/a..b", "/users/...", "/a?q=..", "//double", "/users/7?a=b%2F.."})
  void sendsPathsWithHarmlessDots(String path) {
    assertThat(rig.open().fetch(path, LATER)).isInstanceOf(Fetched.Found.class);
    assertThat(rig.far.asked().getFirst()).containsEntry(":path", "/api" + path);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 401, 403, 422, 429, 500})
  void tellsNeitherTheTokenNorWhatWasAskedFor(int status) {
    rig.far.next(Plan.answer(status, "s3cret-token secret-name"));
    var service = rig.withBearer("s3cret-token").open();

    assertThat(service.fetch("/users/secret-name?email=secret-name", LATER).toString())
        .contains("'users'")
        .doesNotContain("s3cret-token")
        .doesNotContain("secret-name");
  }

  @Test
  void sendsNothingOnceTheDeadlineHasPassedOrAfterItsClose() {
    var service = rig.open();

    assertThat(service.fetch("/users/7", Deadline.in(Duration.ZERO)))
        .isInstanceOf(Fetched.Unavailable.class);
    service.close();
    assertThat(Rig.fetch(service)).isInstanceOf(Fetched.Unavailable.class);
    assertThat(rig.far.asked()).isEmpty();
  }
}
