package dev.patchbay.signatures;

/** Why something is not done with a PDF file; the message is for a person to read. */
public final class PdfRefusal extends Exception {
  private static final long serialVersionUID = 1;

  private final About about;

  /** What stands in the way. */
  public enum About {
    /** The file, or what is to be put on it. */
    FILE,
    /** The key that was to sign. */
    KEY,
    /** Somebody who was asked and has not answered as wished; later he may. */
    AUTHORITY
  }

  /** With what is wrong and, where it helps, what to do. */
  public PdfRefusal(String message) {
    super(message);
    this.about = About.FILE;
  }

  /** With what showed it. */
  public PdfRefusal(String message, Throwable cause) {
    this(message, cause, About.FILE);
  }

  /** With what stands in the way. */
  public PdfRefusal(String message, Throwable cause, About about) {
    super(message, cause);
    this.about = about;
  }

  /** What stands in the way. */
  public About about() {
    return about;
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
