package dev.patchbay.console.view.control;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** The files of this computer, as a person chooses and sees them. */
public interface LocalFiles {
  /**
   * Where shall it go? Empty if the person does not say.
   *
   * @param name that is proposed
   */
  Optional<Path> save(Window owner, String name);

  /** Which one is it? Empty if the person does not say. */
  Optional<Path> open(Window owner);

  /** Shows a file in the program that is there for its kind. */
  void show(Path file);
}
