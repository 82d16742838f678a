package dev.patchbay.console.viewmodel;

import static dev.patchbay.console.viewmodel.Texts.text;

import org.jspecify.annotations.Nullable;

/** What people type into fields that may stay empty. */
final class Typed {
  private Typed() {}

  static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }

  /**
   * A number.
   *
   * @throws NotTypedException if it is none
   */
  static @Nullable Integer numberOrNull(String field, String typed) throws NotTypedException {
    try {
      return typed.isBlank() ? null : Integer.valueOf(typed.strip());
    } catch (NumberFormatException none) {
      throw new NotTypedException(text("schedule.noNumber", text(field)));
    }
  }

  /** Something that was typed cannot be sent; the message says so. */
  static final class NotTypedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotTypedException(String sentence) {
      super(sentence);
    }
  }
}
