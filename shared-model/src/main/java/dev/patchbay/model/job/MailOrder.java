package dev.patchbay.model.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a file by e-mail.
 *
 * @param connector name of one that sends messages
 * @param to addresses, which all that get it see, and distribution lists as {@code list:weekly},
 *     whose members the mail does not show
 * @param subject template with {@code {name} {date} {rows} {link}}; null for the usual one
 * @param text template, as the subject; null for the usual one
 * @param attachUpTo megabytes up to which the file is attached; a larger one is linked. 0 links
 *     always, null stands for 10
 */
public record MailOrder(
    String connector,
    List<String> to,
    @Nullable String subject,
    @Nullable String text,
    @Nullable Integer attachUpTo) {
  public MailOrder {
    to = List.copyOf(to);
  }
}
