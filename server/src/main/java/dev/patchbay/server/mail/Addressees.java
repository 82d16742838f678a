package dev.patchbay.server.mail;

import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.mail.ListName;
import dev.patchbay.core.mail.MailListStore;
import dev.patchbay.model.FieldError;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.spi.message.MailAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who mail goes to, and through which connector. Thread-safe. */
public final class Addressees {
  private static final int MOST = 100;
  private static final int MOST_RECIPIENTS = 5_000;

  private final Configuration configuration;
  private final MailListStore lists;

  public Addressees(Configuration configuration, MailListStore lists) {
    this.configuration = configuration;
    this.lists = lists;
  }

  /**
   * What is wrong with them, by field.
   *
   * @param to addresses and lists
   */
  public List<FieldError> faults(String connector, List<String> to, String at) {
    var faults = new ArrayList<FieldError>();
    if (configuration.openMessages(connector).isEmpty()) {
      faults.add(new FieldError(at + "/connector", "is no connector that sends messages"));
    }
    faults.addAll(recipientFaults(to, at + "/to"));
    return faults;
  }

  private List<FieldError> recipientFaults(List<String> to, String at) {
    if (to.isEmpty() || to.size() > MOST) {
      return List.of(new FieldError(at, "must name 1 to " + MOST + " addresses or lists"));
    }
    var seen = new HashSet<String>();
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < to.size(); i++) {
      var place = at + "/" + i;
      fault(to.get(i), seen).ifPresent(message -> faults.add(new FieldError(place, message)));
    }
    return faults;
  }

  private Optional<String> fault(String text, Set<String> seen) {
    try {
      var list = ListName.of(text);
      var known = list.isPresent() ? text : MailAddress.of(text).toString();
      if (list.isPresent() && lists.find(list.get().name()).isEmpty()) {
        return Optional.of("is no list that is there; create it under /mail-lists");
      }
      return seen.add(known) ? Optional.empty() : Optional.of("is given twice");
    } catch (IllegalArgumentException unfit) {
      return Optional.of(
          "%s; mend it, or name a list such as %sweekly"
              .formatted(unfit.getMessage(), ListName.PREFIX));
    }
  }

  /** All that they mean, each once. */
  public List<String> all(List<String> to) throws HopelessRunException {
    var all = new LinkedHashSet<String>();
    for (var one : to) {
      var list = ListName.of(one);
      for (var address : list.isPresent() ? members(list.get()) : List.of(one)) {
        all.add(MailAddress.of(address).toString());
      }
    }
    if (all.size() > MOST_RECIPIENTS) {
      throw new HopelessRunException(
          "The mail has %d recipients; %d are the most. Send it to fewer lists at a time."
              .formatted(all.size(), MOST_RECIPIENTS));
    }
    return List.copyOf(all);
  }

  /** Those that all recipients see: members of lists are not among them. */
  public static List<MailAddress> shown(List<String> to) {
    return to.stream().filter(one -> ListName.of(one).isEmpty()).map(MailAddress::of).toList();
  }

  private List<String> members(ListName list) throws HopelessRunException {
    return lists
        .find(list.name())
        .orElseThrow(
            () ->
                new HopelessRunException(
                    "The list '%s' is no longer there. Create it again, or ask without it."
                        .formatted(list.name())))
        .addresses();
  }
}
