package dev.patchbay.console.view;

import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.Place;
import javafx.scene.layout.Region;

/** What the shell does for its screens. */
interface ShellFrame {
  /** Goes to another place. */
  void go(Place place);

  /** Says something in passing. */
  void notice(Notice notice);

  /** Lays something over the screen; Esc takes it away. */
  void overlay(Region layer);

  /** Takes the top layer away. */
  void closeOverlay();
}
