package dev.patchbay.server.reconcile;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.Reconciliation;
import dev.patchbay.server.config.Configuration;
import java.util.List;

/** What is wrong with a comparison of rows, by field. Thread-safe. */
public record ReconciliationFaults(Configuration configuration) {
  /** All of it. */
  public List<FieldError> of(Reconciliation order) {
    return switch (AuditedTarget.of(configuration, order.route())) {
      case AuditedTarget.Found.Ready _ -> List.of();
      case AuditedTarget.Found.Unfit(var why) -> List.of(new FieldError("/route", why));
    };
  }
}
