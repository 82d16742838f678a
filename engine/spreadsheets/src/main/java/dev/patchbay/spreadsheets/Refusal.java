package dev.patchbay.spreadsheets;

import java.io.IOException;

/**
 * Unwinds the reader where a file cannot be accepted. It never leaves this library: {@link
 * SpreadsheetFile} makes a value of it. An {@code IOException}, so that it passes through streams
 * and XML readers. The message is for an office worker.
 */
public final class Refusal extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Says what is wrong and what to do. */
  public Refusal(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong, and what to do. */
  public String reason() {
    return reason;
  }

  /** The file is broken. */
  public static Refusal damaged(String what) {
    return new Refusal(
        "The file is damaged: "
            + what
            + ". Open it in your spreadsheet program, save it again as .xlsx and try that one; if"
            + " it does not open there either, ask for it to be sent again.");
  }

  /** The file is larger than is read. */
  public static Refusal tooLarge(String what) {
    return new Refusal(
        "The file is too large: "
            + what
            + ". Split it into several files and import them one by one.");
  }

  /** A row reaches further than any spreadsheet program goes. */
  public static Refusal tooManyColumns() {
    return tooLarge("it has more than %,d columns".formatted(SheetSize.MOST_COLUMNS));
  }

  /** The refusal that another exception carries, or that the file is damaged. */
  public static Refusal in(Throwable failure, String otherwise) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Refusal refusal) {
        return refusal;
      }
    }
    return damaged(otherwise);
  }
}
