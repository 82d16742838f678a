package dev.patchbay.console.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two looks of the console. */
public enum Look {
  LIGHT,
  DARK;

  private static final String[] FONTS = {
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Inter-Bold.otf",
    "JetBrainsMono-Regular.ttf"
  };

  /** Loads the bundled fonts, so that every computer shows the same. Call once. */
  public static void loadFonts() {
    for (var file : FONTS) {
      var font = Look.class.getResource("fonts/" + file);
      if (font == null || Font.loadFont(font.toExternalForm(), 13) == null) {
        throw new IllegalStateException("cannot load the bundled font " + file);
      }
    }
  }

  /** Dresses the application and this scene. */
  public void dress(Scene scene) {
    Application.setUserAgentStylesheet(
        this == DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    var sheet = Look.class.getResource("patchbay.css");
    if (sheet != null) {
      scene.getStylesheets().setAll(sheet.toExternalForm());
    }
    var classes = scene.getRoot().getStyleClass();
    classes.removeAll("look-light", "look-dark");
    classes.add(this == DARK ? "look-dark" : "look-light");
  }

  /** The other one. */
  public Look other() {
    return this == DARK ? LIGHT : DARK;
  }
}
