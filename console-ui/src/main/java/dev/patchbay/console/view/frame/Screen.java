package dev.patchbay.console.view.frame;

import dev.patchbay.console.view.control.Command;
import java.util.List;
import javafx.scene.Parent;

/** One screen of the shell. */
public interface Screen extends AutoCloseable {
  /** What is shown. */
  Parent root();

  /** What can be done here, beside what can be done everywhere. */
  List<Command> commands();

  @Override
  default void close() {}

  /** Esc with no layer open. */
  default void escape() {}
}
