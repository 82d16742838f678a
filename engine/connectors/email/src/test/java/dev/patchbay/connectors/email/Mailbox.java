package dev.patchbay.connectors.email;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.testkit.MessageSide.Arrived;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What lies in a mailbox of a server, read with the library's reading half. */
final class Mailbox {
  private Mailbox() {}

  static List<Arrived> of(GreenMail mail, MailAddress address) {
    return messages(mail, address).stream().map(Mailbox::arrived).toList();
  }

  static List<MimeMessage> messages(GreenMail mail, MailAddress address) {
    var user = mail.getUserManager().getUserByEmail(address.toString());
    if (user == null) {
      return List.of();
    }
    try {
      return mail.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
          .map(stored -> stored.getMimeMessage())
          .toList();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Arrived arrived(MimeMessage message) {
    try {
      var attachments = new HashMap<String, byte[]>();
      var text = text(message, attachments);
      return new Arrived(
          message.getMessageID(),
          message.getSubject(),
          text,
          String.join(",", message.getHeader("To")),
          attachments);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Part part, Map<String, byte[]> attachments)
      throws MessagingException, IOException {
    if (part.getFileName() != null) {
      attachments.put(
          MimeUtility.decodeText(part.getFileName()), part.getInputStream().readAllBytes());
      return "";
    }
    if (part.getContent() instanceof Multipart parts) {
      var text = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        text.append(text(parts.getBodyPart(i), attachments));
      }
      return text.toString();
    }
    return part.isMimeType("text/plain") ? String.valueOf(part.getContent()) : "";
  }
}
