package dev.patchbay.console.view;

import dev.patchbay.console.viewmodel.Session;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Whether a change may be sent: nothing switches changes off, and the role allows it. */
final class Writable {
  private Writable() {}

  static BooleanBinding support(Session session) {
    return where(session, session::maySupport);
  }

  static BooleanBinding admin(Session session) {
    return where(session, session::mayAdminister);
  }

  private static BooleanBinding where(Session session, BooleanSupplier role) {
    var whyNot = session.readOnlyReason();
    return Bindings.createBooleanBinding(
        () -> whyNot.getValue().isEmpty() && role.getAsBoolean(), whyNot, session.caller());
  }
}
