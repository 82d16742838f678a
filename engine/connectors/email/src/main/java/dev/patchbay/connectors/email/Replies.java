package dev.patchbay.connectors.email;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Receipt;
import dev.patchbay.spi.store.ChangedContentException;
import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What the server's answers (RFC 5321, section 4.2) mean for each recipient. */
final class Replies {
  private static final int LONGEST = 200;
  private static final int LOGIN_NEEDED = 530;
  private static final int TOO_MANY_RECIPIENTS = 552;

  private Replies() {}

  /** Code that an answer begins with. */
  static OptionalInt code(@Nullable String reply) {
    return reply != null && reply.matches("(?s)[2-5][0-9]{2}([ -].*)?\\s*")
        ? OptionalInt.of(Integer.parseInt(reply.substring(0, 3)))
        : OptionalInt.empty();
  }

  /**
   * Receipts of a letter that was not simply taken for all.
   *
   * @throws MailFailure if it failed for a reason that has nothing to do with who they are
   */
  static Map<MailAddress, Receipt> of(
      MessagingException failure, Letter letter, List<MailAddress> recipients) throws MailFailure {
    var receipts = refused(failure);
    var others = others(failure, letter);
    recipients.forEach(recipient -> receipts.putIfAbsent(recipient, others));
    receipts.keySet().retainAll(recipients);
    return receipts;
  }

  private static Map<MailAddress, Receipt> refused(MessagingException failure) {
    var receipts = new HashMap<MailAddress, Receipt>();
    for (Exception at = failure;
        at instanceof MessagingException next;
        at = next.getNextException()) {
      if (at instanceof SMTPAddressFailedException address) {
        receipts.put(
            MailAddress.of(address.getAddress().getAddress()),
            ofRecipient(address.getReturnCode(), String.valueOf(address.getMessage())));
      }
    }
    return receipts;
  }

  /** 552 is what old servers say to too many recipients (section 4.5.3.1.10). */
  private static Receipt ofRecipient(int code, String reply) {
    return code >= 500 && code != TOO_MANY_RECIPIENTS
        ? new Receipt.Refused(says("recipient-refused", reply))
        : new Receipt.Later(says("recipient-not-now", reply));
  }

  /** Of those that the server took as recipients. */
  private static Receipt others(MessagingException failure, Letter letter) throws MailFailure {
    if (failure instanceof SMTPSendFailedException answered) {
      return answered(answered);
    }
    if (letter.isWritten()) {
      return lost();
    }
    return failure.getNextException() instanceof SourceException source
        ? unreadable(source)
        : new Receipt.Later(
            new Cause("broken-off", "The connection broke before the message was handed over."));
  }

  private static Receipt answered(SMTPSendFailedException answer) throws MailFailure {
    int code = answer.getReturnCode();
    var reply = String.valueOf(answer.getMessage());
    var command = answer.getCommand().toUpperCase(Locale.ROOT);
    if (command.startsWith("MAIL")) {
      throw ofSender(code, reply);
    }
    if (command.equals(".") && (code < 200 || code / 100 == 3)) {
      return lost();
    }
    return switch (code / 100) {
      case 2 -> new Receipt.Accepted();
      case 5 -> new Receipt.Refused(says("message-refused", reply));
      default -> new Receipt.Later(says("message-not-now", reply));
    };
  }

  private static MailFailure ofSender(int code, String reply) {
    return code == LOGIN_NEEDED
        ? MailFailure.credential(
            "login-needed", "The mail server wants a login. Choose an authentication.")
        : MailFailure.later("sender-refused", says("", reply).message());
  }

  private static Receipt lost() {
    return new Receipt.Unknown(
        new Cause(
            "no-answer", "The connection broke before the server said whether it took the mail."));
  }

  private static Receipt unreadable(SourceException source) {
    return source.getCause() instanceof ChangedContentException changed
        ? new Receipt.Refused(new Cause("content-changed", String.valueOf(changed.getMessage())))
        : new Receipt.Later(new Cause("content-unreadable", "An attachment cannot be read now."));
  }

  /** In the server's words, on one line: they are for the people that look after the addresses. */
  private static Cause says(String code, String reply) {
    var words = reply.replaceAll("\\p{C}+", " ").strip();
    var shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return new Cause(code, "The mail server says: " + shown);
  }
}
