package dev.patchbay.spi.store;

import java.io.IOException;
import java.io.Serial;

/** A file's bytes are not those whose length and checksum it was handed over with. */
public final class ChangedContentException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /** Says so. */
  public ChangedContentException() {
    super("The file changed after its checksum was taken. Make it anew.");
  }
}
