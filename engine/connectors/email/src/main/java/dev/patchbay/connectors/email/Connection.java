package dev.patchbay.connectors.email;

import dev.patchbay.connectors.email.EmailSettings.Security;
import dev.patchbay.connectors.email.EmailSettings.Server;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A conversation with the server (RFC 5321), logged in. Used by one thread. */
final class Connection implements AutoCloseable {
  private final Line line;
  private final Session session;
  private final SMTPTransport transport;

  private Connection(Line line, Session session) {
    this.line = line;
    this.session = session;
    this.transport = new SMTPTransport(session, null);
  }

  /** Begins one over a line that it ends with itself. */
  static Connection open(
      Line line, EmailSettings settings, SSLSocketFactory tls, Optional<Login> login)
      throws MailFailure {
    var connection = new Connection(line, session(settings, tls, login));
    boolean opened = false;
    try {
      connection.begin(settings.server(), tls, login);
      opened = true;
      return connection;
    } finally {
      if (!opened) {
        line.cut();
      }
    }
  }

  private static Session session(
      EmailSettings settings, SSLSocketFactory tls, Optional<Login> login) {
    var properties = new Properties();
    boolean startTls = settings.server().security() == Security.STARTTLS;
    properties.put("mail.smtp.localhost", settings.sender().from().domain());
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.put("mail.smtp.ssl.socketFactory", tls);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.sendpartial", "true");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.from", settings.sender().from().toString());
    properties.put("mail.mime.charset", "UTF-8");
    properties.put("mail.smtp.auth", Boolean.toString(login.isPresent()));
    login.ifPresent(known -> properties.put("mail.smtp.user", known.user()));
    login.ifPresent(known -> properties.put("mail.smtp.auth.mechanisms", known.mechanisms()));
    return Session.getInstance(properties, login.map(Connection::asked).orElse(null));
  }

  /** Given when asked, not beforehand: so the library logs in once and not twice. */
  private static Authenticator asked(Login login) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(login.user(), login.secret());
      }
    };
  }

  private void begin(Server server, SSLSocketFactory tls, Optional<Login> login)
      throws MailFailure {
    try {
      transport.connect(line.socket(server, tls));
    } catch (AuthenticationFailedException refused) {
      throw refusal(server, refused);
    } catch (MessagingException failure) {
      throw failure(server, failure);
    }
    if (login.isPresent() && !transport.supportsExtension("AUTH")) {
      throw noLogin(server);
    }
  }

  /** Only the code of what the server says: some repeat what they were sent. */
  private static MailFailure refusal(Server server, AuthenticationFailedException refused) {
    var code = Replies.code(refused.getMessage());
    if (code.isEmpty()) {
      return noLogin(server);
    }
    return code.getAsInt() >= 500
        ? MailFailure.credential(
            "credential-refused",
            "The mail server refuses the user or the credential (%d). Enter another."
                .formatted(code.getAsInt()))
        : MailFailure.later(
            "no-login", "The mail server lets nobody in now (%d).".formatted(code.getAsInt()));
  }

  private static MailFailure noLogin(Server server) {
    return MailFailure.later(
        "no-login",
        server.place()
            + " does not offer this way to log in. Choose another authentication, or another"
            + " port.");
  }

  private static MailFailure failure(Server server, MessagingException failure) {
    if (String.valueOf(failure.getMessage()).contains("STARTTLS is required")) {
      return MailFailure.later(
          "no-tls", server.place() + " does not offer STARTTLS. Choose another security or port.");
    }
    if (String.valueOf(failure.getMessage()).contains("convert socket to TLS")) {
      return Line.noTls(server);
    }
    return MailFailure.later("no-answer", "No mail server answers at " + server.place() + ".");
  }

  Session session() {
    return session;
  }

  /** How large a message may be, in bytes, if the server says so (RFC 1870). */
  OptionalLong largest() {
    @Nullable String size = transport.getExtensionParameter("SIZE");
    return size != null && size.matches("[1-9][0-9]{0,17}")
        ? OptionalLong.of(Long.parseLong(size))
        : OptionalLong.empty();
  }

  /**
   * Hands a letter over. A conversation that breaks in the middle of it is never ended in order.
   */
  void send(Letter letter, InternetAddress[] recipients) throws MessagingException {
    boolean spoken = false;
    letter.whenWritten(line::waitToTheEnd);
    try {
      transport.sendMessage(letter, recipients);
      spoken = true;
    } catch (SendFailedException answered) {
      spoken = true;
      throw answered;
    } finally {
      if (!spoken) {
        line.cut();
      }
      line.waitAsUsual();
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException _) {
      // What was taken is taken, with a farewell or without.
    }
    line.cut();
  }
}
