package dev.patchbay.connectors.email;

import dev.patchbay.connectors.email.EmailSettings.Sender;
import dev.patchbay.spi.message.Attachment;
import dev.patchbay.spi.message.MailAddress;
import dev.patchbay.spi.message.Message;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes messages as mail (RFC 5322, RFC 2045 to 2047, RFC 2231). Holds no attachment in memory.
 */
record LetterWriter(Sender sender) {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** RFC 5322, section 3.3. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  Letter write(Session session, Message message) throws MessagingException {
    var letter = new Letter(session, "<" + message.id() + "@" + sender.from().domain() + ">");
    letter.setFrom(named(sender.from(), sender.name()));
    if (sender.replyTo().isPresent()) {
      letter.setReplyTo(new InternetAddress[] {plain(sender.replyTo().get())});
    }
    if (message.shown().isEmpty()) {
      letter.setHeader("To", "undisclosed-recipients:;");
    } else {
      letter.setRecipients(MimeMessage.RecipientType.TO, all(message.shown()));
    }
    letter.setHeader("Subject", HeaderWords.of("Subject", message.subject()));
    letter.setHeader("Date", DATE.format(message.at()));
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setContent(content(message));
    letter.saveChanges();
    return letter;
  }

  static InternetAddress[] all(List<MailAddress> addresses) throws AddressException {
    var all = new InternetAddress[addresses.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = plain(addresses.get(i));
    }
    return all;
  }

  private static InternetAddress plain(MailAddress address) throws AddressException {
    return new InternetAddress(address.toString(), true);
  }

  private static InternetAddress named(MailAddress address, String name) throws AddressException {
    var named = plain(address);
    if (!name.isEmpty()) {
      try {
        named.setPersonal(name, UTF_8);
      } catch (UnsupportedEncodingException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return named;
  }

  private static Multipart content(Message message) throws MessagingException {
    var content = new MimeMultipart("mixed");
    content.addBodyPart(text(message));
    for (var attachment : message.attachments()) {
      content.addBodyPart(part(attachment));
    }
    return content;
  }

  private static BodyPart text(Message message) throws MessagingException {
    var plain = new MimeBodyPart();
    plain.setText(message.text(), UTF_8);
    if (message.html() == null) {
      return plain;
    }
    var html = new MimeBodyPart();
    html.setText(message.html(), UTF_8, "html");
    var both = new MimeBodyPart();
    both.setContent(new MimeMultipart("alternative", plain, html));
    return both;
  }

  /** Base64 is said beforehand: to find out what fits, the library would read all of it first. */
  private static BodyPart part(Attachment attachment) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new Source(attachment)));
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(attachment.name());
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  /** An attachment as the library reads it. */
  private record Source(Attachment attachment) implements DataSource {
    @Override
    public InputStream getInputStream() throws IOException {
      try {
        return new SourceStream(attachment.open());
      } catch (IOException unreadable) {
        throw new SourceException(unreadable);
      }
    }

    @Override
    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException("it is only read");
    }

    @Override
    public String getContentType() {
      return attachment.mediaType();
    }

    @Override
    public String getName() {
      return attachment.name();
    }
  }
}
