package dev.patchbay.connectors.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patchbay.connectors.email.SmtpFront.Mishap;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Secrets;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.testkit.MessageSide;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * GreenMail, a real mail server, behind a front that offers STARTTLS; mailboxes are looked into.
 */
public final class MailServerSide implements MessageSide {
  private static final Certificate CERTIFICATE = Certificate.create();
  public static final Map<String, String> PASSWORD =
      Map.of(EmailSettings.PASSWORD, "r1ght-passw0rd");

  static {
    // A connection that breaks off is told with all that came before: megabytes of a message.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          if (!thread.getName().startsWith("smtp")) {
            LoggerFactory.getLogger(MailServerSide.class)
                .error("thread {} has failed", thread.getName(), failure);
          }
        });
    System.setProperty("greenmail.tls.keystore.file", CERTIFICATE.file().toString());
  }

  private static final GreenMail MAIL = started();

  private final GreenMail mail = MAIL;
  private final SmtpFront front;

  /**
   * A server with the user {@code hub}; one runs for all tests of this JVM, its mailboxes empty.
   */
  public MailServerSide() {
    empty();
    front = new SmtpFront(mail.getSmtp().getPort(), Optional.of(CERTIFICATE.tls()));
  }

  private static GreenMail started() {
    var loopback = "127.0.0.1";
    var mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, loopback, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, loopback, ServerSetup.PROTOCOL_SMTPS)
            });
    mail.start();
    mail.setUser("hub@example.org", "hub", "r1ght-passw0rd");
    return mail;
  }

  SmtpFront front() {
    return front;
  }

  int plainPort() {
    return mail.getSmtp().getPort();
  }

  int tlsPort() {
    return mail.getSmtps().getPort();
  }

  @Override
  public MessageTarget connect() {
    return target(Map.of(), PASSWORD);
  }

  @Override
  public MessageTarget stranger() {
    return target(Map.of(), Map.of(EmailSettings.PASSWORD, "wr0ng-passw0rd"));
  }

  @Override
  public MessageTarget misplaced() {
    return target(Map.of("port", "1"), PASSWORD);
  }

  MessageTarget target(Map<String, String> changes, Map<String, String> secrets) {
    return target(changes, name -> Optional.ofNullable(secrets.get(name)));
  }

  /** Settings of a connector that reaches it; {@link #PASSWORD} lets it in. */
  public Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("host", "localhost");
    settings.put("port", Integer.toString(front.port()));
    settings.put("user", "hub");
    settings.put("from", "hub@example.org");
    settings.put("from-name", "Prüfstelle, \"Köln\"");
    settings.put("trusted-certificates", CERTIFICATE.pem());
    return settings;
  }

  MessageTarget target(Map<String, String> changes, Secrets secrets) {
    var settings = settings();
    settings.putAll(changes);
    return new EmailType()
        .open(
            new ConnectorContext(
                "mail",
                settings,
                secrets,
                InstantSource.system(),
                _ -> Duration.ZERO,
                (_, _, _) -> {}));
  }

  @Override
  public List<Arrived> mailbox(MailAddress address) {
    return Mailbox.of(mail, address);
  }

  List<MimeMessage> messages(MailAddress address) {
    return Mailbox.messages(mail, address);
  }

  @Override
  public void refuse(MailAddress address) {
    front.answer("RCPT TO:<" + address, "550 5.1.1 <" + address + ">: no such user");
  }

  /** From now on everybody is welcome. */
  public void relent() {
    front.forget();
  }

  @Override
  public void postpone(MailAddress address) {
    front.answer("RCPT TO:<" + address, "450 4.2.0 <" + address + ">: greylisted, come again");
  }

  @Override
  public void refuseNextMessage() {
    front.answer(".", "554 5.7.1 looks like spam");
  }

  @Override
  public void loseNextAnswer() {
    front.mishap(Mishap.LOSE_ANSWER);
  }

  @Override
  public void breakNextMessage() {
    front.mishap(Mishap.BREAK_OFF);
  }

  @Override
  public void stallNextAnswer() {
    front.mishap(Mishap.STALL);
  }

  /** Whoever waits for an answer gets none; others may come. */
  public void hangUp() {
    front.hangUp();
  }

  @Override
  public void close() {
    front.close();
  }

  private void empty() {
    try {
      mail.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }
}
