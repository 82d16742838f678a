package dev.patchbay.console.viewmodel;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are only looked at: each in a folder of its own, which the system clears one day. */
public final class SeenFiles {
  private SeenFiles() {}

  /** A place for a file of this name, of which no part leads elsewhere. */
  public static Path of(String name) throws HubException {
    try {
      var plain = Path.of(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")).getFileName();
      return Files.createTempDirectory("patchbay-seen-").resolve(plain);
    } catch (IOException full) {
      throw new HubException(new Failure.Disk(name, String.valueOf(full.getMessage())));
    }
  }
}
