package dev.patchbay.services.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.services.rest.FarService.Ending;
import dev.patchbay.services.rest.FarService.Plan;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.service.Service;
import dev.patchbay.spi.service.Told;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest {
  private static final byte[] JSON = "{\"items\":[{\"title\":\"Zoë\"}]}".getBytes(UTF_8);

  private final Rig rig = new Rig();

  @AfterEach
  void close() {
    rig.close();
  }

  private static Told tell(Service service) {
    return service.send("/requests/bulk", JSON, "run-7", Deadline.in(Duration.ofSeconds(20)));
  }

  private Told answered(int status) {
    rig.far.next(Plan.answer(status, "{}"));
    return tell(rig.open());
  }

  @Test
  void postsOnceWithItsKeyAndHandsOverTheAnswer() {
    rig.far.next(Plan.answer(200, "{\"results\":[]}"));

    assertThat(tell(rig.open()))
        .isInstanceOfSatisfying(
            Told.Answered.class,
            told -> assertThat(new String(told.json(), UTF_8)).isEqualTo("{\"results\":[]}"));
    assertThat(rig.far.asked())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request)
                    .containsEntry(":path", "/api/requests/bulk")
                    .containsEntry(":body", new String(JSON, UTF_8))
                    .containsEntry("content-type", "application/json")
                    .containsEntry("accept", "application/json")
                    .containsEntry("idempotency-key", "run-7"));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 425, 429, 503})
  void nothingWasAppliedWhereTheServiceSaysSo(int status) {
    assertThat(answered(status)).isInstanceOf(Told.NotApplied.class);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() {
    rig.far.next(Plan.answer(503).with("Retry-After", "17"));

    assertThat(tell(rig.open()))
        .isInstanceOfSatisfying(
            Told.NotApplied.class,
            told -> assertThat(told.pause()).isEqualTo(Duration.ofSeconds(17)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 413, 422})
  void isRefusedForGood(int status) {
    assertThat(answered(status)).isInstanceOf(Told.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 409, 500, 502, 504})
  void nobodyKnowsWhereTheServiceFails(int status) {
    assertThat(answered(status)).isInstanceOf(Told.Unknown.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Ending.class,
      names = {"CUT", "TRUNCATED", "STALLED", "ENDLESS"})
  void nobodyKnowsWhereTheAnswerIsLost(Ending ending) {
    rig.settings.put("timeout", "1");
    rig.far.next(Plan.answer(200, "{}").ending(ending));

    assertThat(tell(rig.open())).isInstanceOf(Told.Unknown.class);
    assertThat(rig.far.asked()).hasSize(1);
  }

  @Test
  void nobodyKnowsWhereTheAnswerIsNotJson() {
    rig.far.next(Plan.answer(200, "<html>"));

    assertThat(tell(rig.open())).isInstanceOf(Told.Unknown.class);
  }

  @Test
  void nothingWasAppliedWhereNobodyListens() {
    var service = rig.open();
    rig.far.close();

    assertThat(tell(service)).isInstanceOf(Told.NotApplied.class);
  }

  @Test
  void nothingIsSentAfterTheDeadline() {
    var late = Deadline.in(Duration.ZERO);

    assertThat(rig.open().send("/requests/bulk", JSON, "run-7", late))
        .isInstanceOf(Told.NotApplied.class);
    assertThat(rig.far.asked()).isEmpty();
  }

  @Test
  void isToldAgainWithANewTokenAndTheSameKey() {
    rig.withClientCredentials();
    rig.far.acceptOnly("token-2");

    assertThat(tell(rig.open())).isInstanceOf(Told.Answered.class);
    assertThat(rig.far.asked())
        .extracting(request -> request.get("authorization"), r -> r.get("idempotency-key"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Bearer token-1", "run-7"),
            org.assertj.core.groups.Tuple.tuple("Bearer token-2", "run-7"));
  }

  @Test
  void aCredentialThatIsRefusedIsSaid() {
    rig.withBearer("old");
    rig.far.acceptOnly("new");

    assertThat(tell(rig.open())).isInstanceOf(Told.CredentialRefused.class);
  }

  @Test
  void aPathThatLeadsElsewhereIsRefused() {
    assertThat(rig.open().send("/../x", JSON, "run-7", Deadline.in(Duration.ofSeconds(1))))
        .isInstanceOf(Told.Refused.class);
    assertThat(rig.far.asked()).isEmpty();
  }
}
