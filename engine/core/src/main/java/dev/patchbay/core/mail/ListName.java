package dev.patchbay.core.mail;

import java.util.Optional;

/** Name of a distribution list, as it stands among addresses: {@code list:weekly}. */
public record ListName(String name) {
  /** What lists are told from addresses by. */
  public static final String PREFIX = "list:";

  /** The list that a recipient is, empty if it is an address. */
  public static Optional<ListName> of(String recipient) {
    return recipient.startsWith(PREFIX)
        ? Optional.of(new ListName(recipient.substring(PREFIX.length())))
        : Optional.empty();
  }
}
