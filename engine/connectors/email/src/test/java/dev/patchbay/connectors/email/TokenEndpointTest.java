package dev.patchbay.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.connectors.email.AuthorizationServer.Asked;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Access tokens that are fetched, by an authorization server and a mail server that takes them. */
class TokenEndpointTest {
  private static final MailAddress ANNA = MailAddress.of("anna@example.org");
  private static final String TOKEN =
      "{\"access_token\": \"r1ght-passw0rd\", \"token_type\": \"Bearer\", \"expires_in\": 3600}";

  private final AuthorizationServer authorization = new AuthorizationServer();
  private final MailServerSide server = new MailServerSide();

  @AfterEach
  void close() {
    server.close();
    authorization.close();
  }

  private Sent send(Map<String, String> secrets) {
    var settings =
        Map.of(
            "authentication",
            "xoauth2",
            "token-url",
            authorization.url(),
            "client-id",
            "hub & co",
            "scope",
            "https://mail.example.org/ offline_access");
    var message =
        new Message("run-1", Instant.EPOCH, "s", "t", null, List.of(), List.of(ANNA), List.of());
    try (var target = server.target(settings, secrets)) {
      return target.send(message, Deadline.in(Duration.ofSeconds(20)));
    }
  }

  @Test
  void aRefreshTokenBringsAnAccessTokenForEachMail() {
    authorization.answers(200, TOKEN);
    var secrets = Map.of("refresh-token", "refresh/me+");

    assertThat(send(secrets)).isEqualTo(new Sent.Answered(Map.of(ANNA, new Receipt.Accepted())));

    assertThat(authorization.asked())
        .containsExactly(
            new Asked(
                Optional.empty(),
                "grant_type=refresh_token&refresh_token=refresh%2Fme%2B"
                    + "&scope=https%3A%2F%2Fmail.example.org%2F+offline_access"
                    + "&client_id=hub+%26+co"));
  }

  @Test
  void clientCredentialsBringOneToo() {
    authorization.answers(200, TOKEN);

    assertThat(send(Map.of("client-secret", "s:cret"))).isInstanceOf(Sent.Answered.class);

    assertThat(authorization.asked())
        .containsExactly(
            new Asked(
                Optional.of("Basic aHViKyUyNitjbzpzJTNBY3JldA=="),
                "grant_type=client_credentials"
                    + "&scope=https%3A%2F%2Fmail.example.org%2F+offline_access"));
  }

  @Test
  void aCredentialThatIsRefusedNeedsAPerson() {
    authorization.answers(
        400, "{\"error\": \"invalid_grant\", \"error_description\": \"refresh-me has ended\"}");

    var sent = send(Map.of("refresh-token", "refresh-me"));

    assertThat(sent).isInstanceOf(Sent.CredentialRefused.class);
    assertThat(sent.toString()).contains("400, invalid_grant").doesNotContain("refresh-me");
    assertThat(server.mailbox(ANNA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503|",
        "200|",
        "200|no JSON",
        "200|[1]",
        "200|{\"access_token\": 1}",
        "200|{\"access_token\": \"a b\"}",
        "400|{\"error\": \"slow_down\"}",
        "302|{\"access_token\": \"r1ght-passw0rd\"}"
      })
  void anAnswerWithoutATokenIsWaitedFor(int status, @Nullable String body) {
    authorization.answers(status, body == null ? "" : body);

    assertThat(send(Map.of("refresh-token", "refresh-me")))
        .isInstanceOfSatisfying(
            Sent.NotSent.class, sent -> assertThat(sent.cause().code()).isEqualTo("no-token"));
  }

  @Test
  void anAnswerThatNeverEndsIsNotRead() {
    authorization.answers(200, "{\"access_token\": \"" + "x".repeat(100_000) + "\"}");

    assertThat(send(Map.of("refresh-token", "refresh-me"))).isInstanceOf(Sent.NotSent.class);
  }

  @Test
  void anAuthorizationServerThatIsDownIsWaitedFor() {
    authorization.close();

    assertThat(send(Map.of("refresh-token", "refresh-me"))).isInstanceOf(Sent.NotSent.class);
  }

  @Test
  void asksForASecret() {
    assertThat(send(Map.of())).isInstanceOf(Sent.CredentialRefused.class);
    assertThat(authorization.asked()).isEmpty();
  }
}
