package dev.patchbay.sandbox.format;

import java.util.Locale;

/** Spreadsheet locales such as {@code en_US} and {@code fr_FR}. */
public final class Locales {

  private Locales() {}

  public static Locale of(String name) {
    return Locale.forLanguageTag(name.replace('_', '-'));
  }
}
