package dev.patchbay.console.view.control;

import dev.patchbay.console.viewmodel.session.Session;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Whether a change may be sent: nothing switches changes off, and the role allows it. */
public final class Writable {
  private Writable() {}

  public static BooleanBinding support(Session session) {
    return where(session, session::maySupport);
  }

  public static BooleanBinding admin(Session session) {
    return where(session, session::mayAdminister);
  }

  private static BooleanBinding where(Session session, BooleanSupplier role) {
    var whyNot = session.readOnlyReason();
    return Bindings.createBooleanBinding(
        () -> whyNot.getValue().isEmpty() && role.getAsBoolean(), whyNot, session.caller());
  }
}
