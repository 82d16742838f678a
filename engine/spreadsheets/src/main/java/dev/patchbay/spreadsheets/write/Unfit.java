package dev.patchbay.spreadsheets.write;

import java.io.IOException;

/** For formats: a value that cannot be written, before it is known where it stands. */
public final class Unfit extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Says what is wrong and what to do, as sentences. */
  public Unfit(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
