package dev.patchbay.services.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.services.rest.FarService.Ending;
import dev.patchbay.services.rest.FarService.Plan;
import dev.patchbay.spi.CheckReport.Step;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
  private final Rig rig = new Rig();
  private final String place = "127.0.0.1:" + rig.far.port();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void saysWhatWasSeenStepByStep() {
    rig.far.next(Plan.answer(404));

    assertThat(rig.withClientCredentials().open().check())
        .containsExactly(
            new Step("token", true, "The Auth Service at " + place + " issues a token."),
            new Step("reach", true, "The service 'users' at " + place + " answers (404)."));
    assertThat(rig.far.asked())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request)
                    .containsEntry(":path", "/api")
                    .containsEntry("authorization", "Bearer token-1"));
  }

  @Test
  void asksForANewTokenSoThatANewSecretIsTried() {
    var service = rig.withClientCredentials().open();
    Rig.fetch(service);

    assertThat(service.check()).allMatch(Step::ok);
    assertThat(rig.far.tokenRequests()).hasSize(2);

    rig.far.nextToken(Plan.answer(401, "{\"error\":\"invalid_client\"}"));
    assertThat(service.check())
        .containsExactly(
            new Step(
                "token",
                false,
                "The Auth Service at "
                    + place
                    + " answers 401 (invalid_client): enter client and client secret anew."));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 301, 400, 404, 405, 429})
  void isContentWithAnyAnswerThatTakesTheCredential(int status) {
    rig.far.next(Plan.answer(status));

    assertThat(rig.open().check()).singleElement().matches(Step::ok);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 500, 503})
  void failsWhereTheCredentialIsNotTakenOrTheServiceFails(int status) {
    rig.far.next(Plan.answer(status));

    assertThat(rig.withBearer("t0ken").open().check())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.ok()).isFalse();
              assertThat(step.message()).contains("answers " + status).doesNotContain("t0ken");
            });
  }

  @Test
  void needsTheHeadOfTheAnswerOnly() {
    var page = "<html>".getBytes(StandardCharsets.UTF_8);
    rig.far.next(Plan.answer(200, page).ending(Ending.ENDLESS));
    rig.far.next(Plan.answer(200, page).ending(Ending.STALLED));

    assertThat(rig.open().check()).allMatch(Step::ok);
    assertThat(rig.open().check()).allMatch(Step::ok);
  }

  @Test
  void saysThatNobodyListensOrTheTokenIsMissing() {
    var service = rig.withBearer("t0ken").open();
    rig.secrets.clear();
    assertThat(service.check())
        .containsExactly(new Step("reach", false, "The token is missing: enter it."));

    rig.secrets.put("token", "t0ken");
    rig.far.close();
    assertThat(service.check())
        .containsExactly(new Step("reach", false, "Nobody answers at " + place + "."));
  }
}
