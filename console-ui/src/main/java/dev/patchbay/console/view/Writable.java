package dev.patchbay.console.view;

import dev.patchbay.console.viewmodel.Session;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** Whether a change may be sent: the role allows it and the hub is in reach. */
final class Writable {
  private Writable() {}

  static BooleanBinding support(Session session) {
    return Bindings.createBooleanBinding(
        () -> session.maySupport() && session.feed().link().get().writable(),
        session.feed().link(),
        session.caller());
  }

  static BooleanBinding admin(Session session) {
    return Bindings.createBooleanBinding(
        () -> session.mayAdminister() && session.feed().link().get().writable(),
        session.feed().link(),
        session.caller());
  }
}
