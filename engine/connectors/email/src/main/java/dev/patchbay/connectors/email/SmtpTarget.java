package dev.patchbay.connectors.email;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.message.Attachment;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import dev.patchbay.spi.message.MessageTarget;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.message.Sent;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;

/** A mail server; each message has a connection of its own. Thread-safe. */
final class SmtpTarget implements MessageTarget {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Receipt TOO_LARGE =
      new Receipt.Refused(
          new Cause(
              "too-large",
              "The mail is larger than the server takes. Send a link instead of the file."));

  private final EmailSettings settings;
  private final ConnectorContext context;
  private final SSLSocketFactory tls;
  private final LetterWriter writer;

  SmtpTarget(EmailSettings settings, ConnectorContext context) {
    this.settings = settings;
    this.context = context;
    this.tls = Trust.of(settings.server().certificates());
    this.writer = new LetterWriter(settings.sender());
  }

  @Override
  public List<CheckReport.Step> check() {
    var steps = new ArrayList<CheckReport.Step>();
    var deadline = Deadline.in(PATIENCE);
    try (var line = Line.to(settings.server(), settings.timeout(), deadline)) {
      steps.add(new CheckReport.Step("reach", true, "The mail server can be reached."));
      connected(line, deadline).close();
      steps.add(new CheckReport.Step("login", true, welcome()));
    } catch (MailFailure failure) {
      var step = steps.isEmpty() ? "reach" : "login";
      steps.add(new CheckReport.Step(step, false, failure.why().message()));
    }
    return List.copyOf(steps);
  }

  private String welcome() {
    var safe =
        switch (settings.server().security()) {
          case STARTTLS, TLS -> "The connection is safe";
          case NONE -> "The connection is not encrypted";
        };
    return switch (settings.authentication()) {
      case NONE -> safe + ", and nobody logs in.";
      case PASSWORD, XOAUTH2 -> safe + ", and the server takes the credential.";
    };
  }

  @Override
  public Sent send(Message message, Deadline deadline) {
    if (deadline.passed()) {
      return new Sent.NotSent(new Cause("too-late", "The time for this attempt had passed."));
    }
    long started = System.nanoTime();
    var sent = sent(message, deadline);
    context.calls().called("smtp.send", word(sent), Duration.ofNanos(System.nanoTime() - started));
    return sent;
  }

  private static String word(Sent sent) {
    return switch (sent) {
      case Sent.Answered _ -> "ok";
      case Sent.NotSent(var cause) -> cause.code();
      case Sent.CredentialRefused(var cause) -> cause.code();
    };
  }

  private Sent sent(Message message, Deadline deadline) {
    try (var line = Line.to(settings.server(), settings.timeout(), deadline);
        var connection = connected(line, deadline)) {
      return tooLarge(message, connection)
          ? new Sent.Answered(receipts(message.recipients(), TOO_LARGE))
          : handedOver(message, connection);
    } catch (MailFailure failure) {
      return failure.sent();
    }
  }

  private Connection connected(Line line, Deadline deadline) throws MailFailure {
    var login = Login.of(settings, context.secrets(), deadline);
    return Connection.open(line, settings, tls, login);
  }

  /** Base64 makes four bytes of three. */
  private static boolean tooLarge(Message message, Connection connection) {
    long least = message.attachments().stream().mapToLong(Attachment::length).sum() / 3 * 4;
    return connection.largest().orElse(Long.MAX_VALUE) < least;
  }

  /** In parts; what follows one that failed waits. */
  private Sent handedOver(Message message, Connection connection) throws MailFailure {
    var receipts = new HashMap<MailAddress, Receipt>();
    var all = message.recipients();
    for (int from = 0; from < all.size(); from += settings.recipients()) {
      var some = all.subList(from, Math.min(all.size(), from + settings.recipients()));
      try {
        receipts.putAll(part(message, some, connection));
      } catch (MailFailure failure) {
        if (receipts.isEmpty()) {
          throw failure;
        }
        receipts.putAll(receipts(some, new Receipt.Later(failure.why())));
      }
    }
    return new Sent.Answered(receipts);
  }

  private Map<MailAddress, Receipt> part(
      Message message, List<MailAddress> some, Connection connection) throws MailFailure {
    try {
      var letter = writer.write(connection.session(), message);
      try {
        connection.send(letter, LetterWriter.all(some));
        return receipts(some, new Receipt.Accepted());
      } catch (MessagingException failure) {
        return Replies.of(failure, letter, some);
      }
    } catch (MessagingException unwritable) {
      throw new IllegalStateException("a message cannot be written", unwritable);
    }
  }

  private static Map<MailAddress, Receipt> receipts(List<MailAddress> all, Receipt receipt) {
    return all.stream().collect(Collectors.toMap(Function.identity(), _ -> receipt));
  }

  @Override
  public void close() {}
}
