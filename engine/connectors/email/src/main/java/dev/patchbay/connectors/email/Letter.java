package dev.patchbay.connectors.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message with an id of our own, which knows whether all of it was handed over. */
final class Letter extends MimeMessage {
  private final String messageId;
  private Runnable whenWritten = () -> {};
  private boolean written;

  Letter(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** Tells when all of it has been handed over. */
  void whenWritten(Runnable told) {
    whenWritten = told;
  }

  /** From here on only the server knows whether it has taken it. */
  boolean isWritten() {
    return written;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
    super.writeTo(out, without);
    written = true;
    whenWritten.run();
  }
}
