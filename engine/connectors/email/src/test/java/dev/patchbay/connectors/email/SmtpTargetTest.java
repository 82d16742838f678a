package dev.patchbay.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import dev.patchbay.testkit.MessageSide;
import dev.patchbay.testkit.MessageTargetContract;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmtpTargetTest extends MessageTargetContract {
  private final MailServerSide server = new MailServerSide();

  @Override
  protected MessageSide open() {
    return server;
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void sendsOverTlsFromTheFirstByteOn() {
    try (var target = server.target(tls(Map.of()), MailServerSide.PASSWORD)) {
      assertThat(target.check()).allMatch(CheckReport.Step::ok);
      assertThat(send(target)).isInstanceOf(Sent.Answered.class);
    }
    assertThat(server.mailbox(ANNA)).hasSize(1);
  }

  @Test
  void givesNoPasswordToAServerWhoseCertificateIsNotTrusted() {
    for (var changes :
        List.of(Map.of("trusted-certificates", ""), tls(Map.of("trusted-certificates", "")))) {
      assertNoTls(changes);
    }
    assertThat(server.front().heard()).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void givesNoPasswordToAServerWhoseCertificateIsForAnotherName() {
    for (var changes : List.of(Map.of("host", "127.0.0.1"), tls(Map.of("host", "127.0.0.1")))) {
      assertNoTls(changes);
    }
    assertThat(server.front().heard()).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void givesNoPasswordToAServerThatOffersNoTls() {
    assertNoTls(Map.of("port", Integer.toString(server.plainPort())));
  }

  private void assertNoTls(Map<String, String> changes) {
    try (var target = server.target(changes, MailServerSide.PASSWORD)) {
      assertThat(send(target))
          .isInstanceOfSatisfying(
              Sent.NotSent.class, sent -> assertThat(sent.cause().code()).isEqualTo("no-tls"));
      assertThat(target.check()).last().matches(step -> !step.ok());
    }
    assertThat(server.mailbox(ANNA)).isEmpty();
  }

  @Test
  void sendsWithoutTlsAndLoginWhereTheSettingsSaySo() {
    var plain =
        Map.of(
            "port", Integer.toString(server.plainPort()),
            "security", "none",
            "authentication", "none");
    try (var target = server.target(plain, Map.of())) {
      assertThat(send(target)).isInstanceOf(Sent.Answered.class);
      assertThat(target.check()).last().matches(step -> step.message().contains("not encrypted"));
    }
    assertThat(server.mailbox(ANNA)).hasSize(1);
  }

  @Test
  void logsInOnceHoweverWrongThePasswordIs() {
    try (var target = server.stranger()) {
      send(target);
    }
    assertThat(server.front().heard()).filteredOn(line -> line.startsWith("AUTH")).hasSize(1);
  }

  @Test
  void waitsWhereTheServerLetsNobodyInNow() {
    server.front().answer("AUTH", "454 4.7.0 temporary authentication failure");
    try (var target = server.connect()) {
      assertThat(send(target)).isInstanceOf(Sent.NotSent.class);
    }
  }

  @Test
  void neverRepeatsWhatAServerSaysOfACredential() {
    server.front().answer("AUTH", "535 5.7.8 no: AGh1YgByMWdodC1wYXNzdzByZA==");
    try (var target = server.connect()) {
      assertThat(send(target).toString() + target.check())
          .contains("535")
          .doesNotContain("AGh1Yg", "r1ght-passw0rd");
    }
  }

  @Test
  void asksForALoginWhereTheServerWantsOne() {
    server.front().answer("MAIL", "530 5.7.0 Authentication required");
    try (var target = server.connect()) {
      assertThat(send(target)).isInstanceOf(Sent.CredentialRefused.class);
    }
  }

  @Test
  void waitsWhereTheSenderIsRefused() {
    server.front().answer("MAIL", "553 5.1.8 not your address");
    try (var target = server.connect()) {
      assertThat(send(target))
          .isInstanceOfSatisfying(
              Sent.NotSent.class,
              sent -> assertThat(sent.cause().message()).contains("not your address"));
    }
  }

  @Test
  void logsInWithAToken() {
    var token = Map.of(EmailSettings.ACCESS_TOKEN, "r1ght-passw0rd");
    var changes = Map.of("authentication", "xoauth2");
    try (var target = server.target(changes, token)) {
      assertThat(send(target)).isInstanceOf(Sent.Answered.class);
    }
    assertThat(server.front().heard()).anyMatch(line -> line.startsWith("AUTH XOAUTH2 "));
    try (var target = server.target(changes, Map.of(EmailSettings.ACCESS_TOKEN, "ended"))) {
      assertThat(send(target)).isInstanceOf(Sent.CredentialRefused.class);
    }
  }

  @Test
  void namesASecretThatIsMissingOrDoesNotOpen() {
    Secrets sealed =
        name -> {
          throw new UnreadableSecretException(name, new IllegalStateException());
        };
    try (var none = server.target(Map.of(), Map.of());
        var unreadable = server.target(Map.of(), sealed)) {
      assertThat(send(none)).isInstanceOf(Sent.CredentialRefused.class);
      assertThat(send(unreadable)).isInstanceOf(Sent.CredentialRefused.class);
      assertThat(unreadable.check()).anyMatch(step -> !step.ok());
    }
  }

  @Test
  void handsOverToSoManyAtOnceAsTheSettingsSay() {
    try (var target =
        server.target(Map.of("recipients-per-message", "2"), MailServerSide.PASSWORD)) {
      assertThat(target.send(message(List.of(), ANNA, BEN, CLEO), soon()))
          .isInstanceOfSatisfying(
              Sent.Answered.class,
              sent ->
                  assertThat(sent.receipts().values())
                      .hasSize(3)
                      .containsOnly(new Receipt.Accepted()));
    }
    assertThat(server.front().heard()).filteredOn("DATA"::equals).hasSize(2);
    assertThat(server.mailbox(CLEO)).hasSize(1);
  }

  @Test
  void waitsLongerForAServerThatLooksIntoWhatItGot() {
    server.front().mishap(SmtpFront.Mishap.ANSWER_LATE);
    try (var target = server.target(Map.of("timeout-seconds", "2"), MailServerSide.PASSWORD)) {
      assertThat(target.send(message(List.of(), ANNA), soon()))
          .isEqualTo(new Sent.Answered(Map.of(ANNA, new Receipt.Accepted())));
    }
  }

  @Test
  void tellsWhomItSentToWhereTheConnectionBreaksInBetween() {
    server.loseNextAnswer();
    try (var target =
        server.target(Map.of("recipients-per-message", "1"), MailServerSide.PASSWORD)) {
      assertThat(target.send(message(List.of(), ANNA, BEN), soon()))
          .isInstanceOfSatisfying(
              Sent.Answered.class,
              sent -> {
                assertThat(sent.receipts().get(ANNA)).isInstanceOf(Receipt.Unknown.class);
                assertThat(sent.receipts().get(BEN)).isInstanceOf(Receipt.Later.class);
              });
    }
  }

  @Test
  void sendsNothingThatIsLargerThanTheServerSaysItTakes() {
    server.front().announce("SIZE 1000");
    try (var target = server.connect()) {
      assertThat(target.send(message(List.of(attachment("a", new byte[900])), ANNA), soon()))
          .isInstanceOfSatisfying(
              Sent.Answered.class,
              sent ->
                  assertThat(sent.receipts().get(ANNA))
                      .isInstanceOfSatisfying(
                          Receipt.Refused.class,
                          refused -> assertThat(refused.cause().code()).isEqualTo("too-large")));
    }
    assertThat(server.front().heard()).doesNotContain("DATA");
  }

  @Test
  void mailSaysWhoItIsFromAndThatAMachineWroteIt() throws MessagingException {
    try (var target =
        server.target(Map.of("reply-to", "help@bücher.example"), MailServerSide.PASSWORD)) {
      send(target);
    }
    var mail = server.messages(ANNA).getFirst();
    assertThat(mail.getFrom()[0].toString()).contains("hub@example.org");
    assertThat(mail.getHeader("From", null)).matches("\\p{ASCII}+");
    assertThat(mail.getReplyTo()[0]).hasToString("help@xn--bcher-kva.example");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Message-ID")).containsExactly("<run-1@example.org>");
    assertThat(mail.getHeader("Date")).containsExactly("Fri, 27 Nov 2026 03:00:00 +0000");
    assertThat(mail.getHeader("Bcc")).isNull();
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private Map<String, String> tls(Map<String, String> more) {
    return merged(Map.of("port", Integer.toString(server.tlsPort()), "security", "tls"), more);
  }

  private static Sent send(MessageTarget target) {
    return target.send(message(List.of(), ANNA), soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(30));
  }
}
