package dev.patchbay.console;

import javafx.application.Application;

/** Starts the console, from the module path and from the class path alike. */
public final class Main {
  private Main() {}

  /**
   * Arguments: {@code --server URL --key-file FILE}, and a {@code patchbay://} link to open; {@code
   * --trial} only shows the window and ends.
   */
  public static void main(String[] args) {
    Application.launch(ConsoleApp.class, args);
  }
}
