package dev.patchbay.model.mail;

import java.util.List;

/**
 * A distribution list.
 *
 * @param addresses of those that get what is sent to it
 * @param version what a change is made for
 */
public record MailListView(String name, List<String> addresses, long version) {
  public MailListView {
    addresses = List.copyOf(addresses);
  }
}
