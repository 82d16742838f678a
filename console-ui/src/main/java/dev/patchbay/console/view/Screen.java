package dev.patchbay.console.view;

import java.util.List;
import javafx.scene.Parent;

/** One screen of the shell. */
interface Screen extends AutoCloseable {
  /** What is shown. */
  Parent root();

  /** What can be done here, beside what can be done everywhere. */
  List<Command> commands();

  @Override
  default void close() {}

  /** Esc with no layer open. */
  default void escape() {}
}
