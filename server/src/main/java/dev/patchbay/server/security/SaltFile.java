package dev.patchbay.server.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The salt that personal values are hashed with, in a private file beside the key file. All nodes
 * of a hub need the same one, else a hash does not find its equal again.
 */
public final class SaltFile {
  private static final int BYTES = 32;

  private final Path file;

  public SaltFile(Path keyFile) {
    this.file = keyFile.resolveSibling(keyFile.getFileName() + ".salt");
  }

  /** The salt; made at the first call ever. */
  public byte[] read() {
    try {
      if (Files.notExists(file)) {
        var salt = new byte[BYTES];
        new SecureRandom().nextBytes(salt);
        PrivateFile.create(file, HexFormat.of().formatHex(salt) + "\n");
      }
      return HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException failure) {
      throw new UncheckedIOException("the salt file cannot be used: " + file, failure);
    }
  }
}
