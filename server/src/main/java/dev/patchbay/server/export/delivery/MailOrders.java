package dev.patchbay.server.export.delivery;

import dev.patchbay.core.mail.MailTemplate;
import dev.patchbay.core.mail.MailTemplate.Compiled;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.MailOrder;
import dev.patchbay.server.mail.Addressees;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with orders of mail. Thread-safe. */
record MailOrders(Addressees addressees) {
  static final int LONGEST_SUBJECT = 200;
  static final int LONGEST_TEXT = 10_000;

  private static final int MOST_MEGABYTES = 50;

  /** Faults of an order, by field. */
  List<FieldError> faults(MailOrder order, String at) {
    var faults = new ArrayList<>(addressees.faults(order.connector(), order.to(), at));
    if (order.subject() != null) {
      faults.addAll(faults(MailTemplate.line(order.subject(), LONGEST_SUBJECT), at + "/subject"));
    }
    if (order.text() != null) {
      faults.addAll(faults(MailTemplate.compile(order.text(), LONGEST_TEXT), at + "/text"));
    }
    var megabytes = order.attachUpTo();
    if (megabytes != null && (megabytes < 0 || megabytes > MOST_MEGABYTES)) {
      faults.add(
          new FieldError(at + "/attachUpTo", "must be 0 to " + MOST_MEGABYTES + " megabytes"));
    }
    return faults;
  }

  private static List<FieldError> faults(Compiled compiled, String at) {
    return compiled instanceof Compiled.Faulty(var message)
        ? List.of(new FieldError(at, message))
        : List.of();
  }
}
