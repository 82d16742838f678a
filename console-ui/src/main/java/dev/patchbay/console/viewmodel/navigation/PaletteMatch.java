package dev.patchbay.console.viewmodel.navigation;

import java.util.Locale;

/** Whether what was typed means this label. */
public final class PaletteMatch {
  private PaletteMatch() {}

  /** True if the label has the typed letters in this order, whatever stands between. */
  public static boolean matches(String typed, String label) {
    var text = label.toLowerCase(Locale.ROOT);
    int at = 0;
    for (char letter : typed.toLowerCase(Locale.ROOT).replace(" ", "").toCharArray()) {
      at = text.indexOf(letter, at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
