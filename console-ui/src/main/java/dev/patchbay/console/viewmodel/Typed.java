package dev.patchbay.console.viewmodel;

import static dev.patchbay.console.viewmodel.Texts.text;

import org.jspecify.annotations.Nullable;

/** What people type into fields that may stay empty. */
public final class Typed {
  private Typed() {}

  public static @Nullable String orNull(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }

  /**
   * A number.
   *
   * @throws NotTypedException if it is none
   */
  public static @Nullable Integer numberOrNull(String field, String typed)
      throws NotTypedException {
    try {
      return typed.isBlank() ? null : Integer.valueOf(typed.strip());
    } catch (NumberFormatException none) {
      throw new NotTypedException(text("schedule.noNumber", text(field)));
    }
  }

  /**
   * What has to be there.
   *
   * @param field as a JSON Pointer into what the form sends
   * @param name of the field on the screen
   * @throws NotTypedException if nothing is
   */
  public static String required(String field, String name, String typed) throws NotTypedException {
    if (typed.isBlank()) {
      throw new NotTypedException(field, text("connector.missing", name));
    }
    return typed.strip();
  }

  /** Something that was typed cannot be sent; the message says so. */
  public static final class NotTypedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String field;

    public NotTypedException(String sentence) {
      this("", sentence);
    }

    public NotTypedException(String field, String sentence) {
      super(sentence);
      this.field = field;
    }

    /** The field as a JSON Pointer, empty where it is not told. */
    public String field() {
      return field;
    }
  }
}
