package dev.patchbay.server.command.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that name the key. */
final class KeyOptions {
  @Option(names = "--key", paramLabel = "K.p12", description = "The key, a PKCS#12 file.")
  private @Nullable Path key;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "File with its password; without it, the terminal is asked.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--pkcs11",
      paramLabel = "LIB",
      description = "Or a key in a device: the PKCS#11 library of its maker.")
  private @Nullable Path library;

  @Option(names = "--slot", paramLabel = "N", description = "The slot of the device.")
  private @Nullable Integer slot;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      description = "File with its PIN; without it, the terminal is asked.")
  private @Nullable Path pinFile;

  @Option(names = "--alias", paramLabel = "NAME", description = "Which key, if there are several.")
  private @Nullable String alias;

  /**
   * The key, as the process reads it.
   *
   * @throws IllegalArgumentException if none is named, or two
   */
  ObjectNode order() {
    if ((key == null) == (library == null)) {
      throw new IllegalArgumentException("name the key by --key or by --pkcs11");
    }
    var order = key == null ? device() : file(key);
    return order.put("alias", alias);
  }

  private ObjectNode file(Path file) {
    try {
      return ServerJson.MAPPER
          .createObjectNode()
          .put("$type", "Pkcs12")
          .put("content", Files.readAllBytes(file))
          .put("password", secret(passwordFile, "--password-file", "Password of " + file));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
  }

  private ObjectNode device() {
    if (slot == null) {
      throw new IllegalArgumentException("--pkcs11 needs --slot");
    }
    return ServerJson.MAPPER
        .createObjectNode()
        .put("$type", "Pkcs11")
        .put("library", String.valueOf(library))
        .put("slot", slot)
        .put("pin", secret(pinFile, "--pin-file", "PIN of slot " + slot));
  }

  @SuppressWarnings("SystemConsoleNull") // it is null again where there is no terminal
  private static String secret(@Nullable Path file, String option, String question) {
    if (file != null) {
      try {
        return Files.readString(file).strip();
      } catch (IOException failure) {
        throw new UncheckedIOException("cannot read " + file, failure);
      }
    }
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new IllegalArgumentException("there is no terminal to ask: name a file by " + option);
    }
    return new String(console.readPassword("%s: ", question));
  }
}
