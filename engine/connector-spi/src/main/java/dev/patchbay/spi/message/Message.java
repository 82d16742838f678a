package dev.patchbay.spi.message;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message to people.
 *
 * @param id the same at every try: letters, digits, dots and dashes, at most 100
 * @param at when it was written, the same at every try
 * @param subject one line of at most 500 characters
 * @param text for readers that show no HTML
 * @param html the same with markup, null if there is none
 * @param shown addresses that every reader sees it was written to; empty hides all
 * @param recipients who it is sent to now, one at least and none twice
 */
public record Message(
    String id,
    Instant at,
    String subject,
    String text,
    @Nullable String html,
    List<MailAddress> shown,
    List<MailAddress> recipients,
    List<Attachment> attachments) {
  private static final int LONGEST_SUBJECT = 500;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");
  private static final int LONGEST_ID = 100;

  public Message {
    shown = List.copyOf(shown);
    recipients = List.copyOf(recipients);
    attachments = List.copyOf(attachments);
    HeaderText.demand("subject", subject, LONGEST_SUBJECT);
    if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException("id must be letters, digits, dots and dashes");
    }
    if (recipients.isEmpty() || recipients.stream().distinct().count() < recipients.size()) {
      throw new IllegalArgumentException("recipients must be one at least, and none twice");
    }
  }

  /** The same, sent to others. */
  public Message to(List<MailAddress> others) {
    return new Message(id, at, subject, text, html, shown, others, attachments);
  }
}
