package dev.patchbay.core.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedMessageTest {
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static SignedMessage message(String id, String timestamp, String signature, String body) {
    var headers = new SignedMessage.Headers(id, timestamp, signature);
    return SignedMessage.of(headers, body.getBytes(UTF_8)).orElseThrow();
  }

  private static WebhookSecret secret(String text) {
    return WebhookSecret.of(text).orElseThrow();
  }

  /** From the reference libraries and the page of Standard Webhooks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        SECRET + "|" + ID + "|" + TIMESTAMP + "|" + SIGNATURE + "|" + BODY,
        "whsec_plJ3nmyCDGBKInavdOK15jsl|msg_loFOjxBNrRLzqYUf|1731705121"
            + "|v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="
            + "|{\"event_type\":\"ping\",\"data\":{\"success\":true}}"
      })
  void thePublishedExamplesAreSigned(
      String secret, String id, String timestamp, String signature, String body) {
    assertThat(message(id, timestamp, signature, body).isSignedWith(secret(secret))).isTrue();
  }

  @Test
  void oneOfSeveralSignaturesIsEnoughAndOtherKindsArePassedOver() {
    var several = "v1a,hnO3f9T8Ytu9HwrXslvumlUp v1,AAAA " + SIGNATURE + " v2,whatever";
    assertThat(message(ID, TIMESTAMP, several, BODY).isSignedWith(secret(SECRET))).isTrue();
  }

  @Test
  void theSecretMayLackItsPrefix() {
    var bare = secret(SECRET.substring("whsec_".length()));
    assertThat(message(ID, TIMESTAMP, SIGNATURE, BODY).isSignedWith(bare)).isTrue();
  }

  @Test
  void whateverIsChangedIsNotSigned() {
    var secret = secret(SECRET);
    assertThat(message(ID, TIMESTAMP, SIGNATURE, BODY + " ").isSignedWith(secret)).isFalse();
    assertThat(message(ID, "1614265331", SIGNATURE, BODY).isSignedWith(secret)).isFalse();
    assertThat(message("msg_other", TIMESTAMP, SIGNATURE, BODY).isSignedWith(secret)).isFalse();
    assertThat(message(ID, TIMESTAMP, "v1,AAAA", BODY).isSignedWith(secret)).isFalse();
    var other = secret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
    assertThat(message(ID, TIMESTAMP, SIGNATURE, BODY).isSignedWith(other)).isFalse();
  }

  @Test
  void fiveMinutesEitherWayAreTolerated() {
    var message = message(ID, TIMESTAMP, SIGNATURE, BODY);
    var sent = Instant.ofEpochSecond(1_614_265_330);
    assertThat(message.isOf(sent.plusSeconds(300))).isTrue();
    assertThat(message.isOf(sent.minusSeconds(300))).isTrue();
    assertThat(message.isOf(sent.plusSeconds(301))).isFalse();
    assertThat(message.isOf(sent.minusSeconds(301))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "msg 1", "msg.1", "msg\u00e4"})
  void anIdIsPrintableAndHasNoFullStop(String id) {
    assertThat(SignedMessage.of(new SignedMessage.Headers(id, TIMESTAMP, SIGNATURE), new byte[0]))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "now", "-1", "1614265330.5", "99999999999999999999"})
  void aTimestampIsWholeSeconds(String timestamp) {
    assertThat(SignedMessage.of(new SignedMessage.Headers(ID, timestamp, SIGNATURE), new byte[0]))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1", "v1,", "v1,not base64!", "v1a,hnO3f9T8Ytu9HwrXslvumlUp"})
  void aMessageWithoutASignatureOfItsKindIsNone(String signature) {
    var message =
        SignedMessage.of(new SignedMessage.Headers(ID, TIMESTAMP, signature), new byte[0]);
    assertThat(message.filter(it -> it.isSignedWith(secret(SECRET)))).isEmpty();
  }

  @Test
  void aSecretIsBase64AndNeverShown() {
    assertThat(WebhookSecret.of("whsec_")).isEmpty();
    assertThat(WebhookSecret.of("no secret")).isEmpty();
    assertThat(secret(SECRET)).hasToString("WebhookSecret");
  }
}
