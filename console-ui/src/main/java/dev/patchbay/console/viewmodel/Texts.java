package dev.patchbay.console.viewmodel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the console, from {@code texts.properties} in the user's language. */
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("dev.patchbay.console.viewmodel.texts");

  private Texts() {}

  /** The text of a key with its arguments filled in ({@link MessageFormat}). */
  public static String text(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(arguments);
  }

  /** The word for a constant, key {@code type.NAME}: {@code state.DEAD} for a delivery state. */
  public static String word(String type, Enum<?> constant) {
    return BUNDLE.getString(type + "." + constant.name());
  }
}
