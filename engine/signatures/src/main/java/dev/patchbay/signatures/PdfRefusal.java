package dev.patchbay.signatures;

/** Why something is not done with a PDF file; the message is for a person to read. */
public final class PdfRefusal extends Exception {
  private static final long serialVersionUID = 1;

  /** With what is wrong and, where it helps, what to do. */
  public PdfRefusal(String message) {
    super(message);
  }

  /** With what showed it. */
  public PdfRefusal(String message, Throwable cause) {
    super(message, cause);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
