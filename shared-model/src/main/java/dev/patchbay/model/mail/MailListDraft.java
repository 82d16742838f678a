package dev.patchbay.model.mail;

import java.util.List;

/**
 * A distribution list as it shall be.
 *
 * @param addresses of those that get what is sent to it, 1,000 at most and none twice
 */
public record MailListDraft(String name, List<String> addresses) {
  public MailListDraft {
    addresses = List.copyOf(addresses);
  }
}
