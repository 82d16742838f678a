package dev.patchbay.pdf;

/** Why a document cannot be converted; the message is for a person to read. */
public final class PdfProblem extends Exception {
  private static final long serialVersionUID = 1;

  /** With what is wrong and, where it helps, what to do. */
  public PdfProblem(String message) {
    super(message);
  }

  /** With what showed it, for the log. */
  public PdfProblem(String message, Throwable cause) {
    super(message, cause);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
