package dev.patchbay.server.mail;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.spi.message.MailAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a distribution list. */
public final class MailListCheck {
  private static final int MOST = 1_000;

  private MailListCheck() {}

  /** Faults of a draft, by field. */
  public static List<FieldError> faults(MailListDraft draft) {
    int count = draft.addresses().size();
    if (count == 0 || count > MOST) {
      return List.of(new FieldError("/addresses", "must be 1 to " + MOST + " addresses"));
    }
    var seen = new HashSet<MailAddress>();
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < count; i++) {
      var at = "/addresses/" + i;
      fault(draft.addresses().get(i), seen).ifPresent(it -> faults.add(new FieldError(at, it)));
    }
    return faults;
  }

  private static Optional<String> fault(String text, Set<MailAddress> seen) {
    try {
      return seen.add(MailAddress.of(text)) ? Optional.empty() : Optional.of("is given twice");
    } catch (IllegalArgumentException unfit) {
      return Optional.of(String.valueOf(unfit.getMessage()));
    }
  }
}
