package dev.patchbay.console.view.frame;

import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.navigation.Place;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.layout.Region;

/** What the shell does for its screens. */
public interface ShellFrame {
  /** Goes to another place. */
  void go(Place place);

  /** Says something in passing. */
  void notice(Notice notice);

  /** Lays something over the screen; Esc takes it away. */
  void overlay(Region layer);

  /** Takes the top layer away. */
  void closeOverlay();

  /** Takes this layer away, wherever it lies; false if it is not there any more. */
  boolean closeOverlay(Region layer);

  /** Asks where on this computer a file shall go; nothing happens if the person does not say. */
  void chooseFile(String name, Consumer<Path> chosen);

  /** Asks for a file of this computer; nothing happens if the person does not say. */
  void openFile(Consumer<Path> chosen);

  /** Shows a file of this computer in the program that is there for its kind. */
  void showFile(Path file);
}
