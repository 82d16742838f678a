package dev.patchbay.server.issuing;

import dev.patchbay.server.issuing.maker.DocumentFormat;
import dev.patchbay.server.issuing.setup.Outlets;
import dev.patchbay.spi.SettingFault;
import java.util.ArrayList;
import java.util.List;

/** What a target asks of its connector that it cannot do, as it is set up now. */
final class PlanFaults {
  private PlanFaults() {}

  /**
   * All of it, by setting of the target.
   *
   * @param isFinished whether the connector stamps or signs
   */
  static List<SettingFault> of(DocumentPlan plan, Outlets outlets, boolean isFinished) {
    var faults = new ArrayList<SettingFault>();
    if (outlets.store().isEmpty() && plan.mail().isEmpty()) {
      faults.add(
          new SettingFault(
              MailPlan.TO,
              "must name recipients, or '%s' a column of them: the connector has no file store"
                  .formatted(MailPlan.COLUMN)));
    }
    if (outlets.mail().isEmpty()) {
      plan.mail().ifPresent(mail -> faults.add(unmailed(mail)));
    }
    if (isFinished && plan.format() != DocumentFormat.PDF) {
      faults.add(
          new SettingFault(
              DocumentPlan.FORMAT,
              "must be pdf: the connector stamps or signs, and only PDF files can be"));
    }
    return faults;
  }

  private static SettingFault unmailed(MailPlan mail) {
    return new SettingFault(
        mail.to().isEmpty() ? MailPlan.COLUMN : MailPlan.TO,
        "must be empty, as the connector sends no mail: or name one that does in its setting '%s'"
            .formatted(Outlets.MAIL));
  }
}
