package dev.patchbay.server.signature;

import dev.patchbay.server.process.Turnstile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has signatures checked for all who ask this server: some at a time, the others wait. No authority
 * is asked. Thread-safe.
 */
public final class SignatureDesk {
  /** System property with a PEM file of issuers that this server trusts; it may be replaced. */
  private static final String TRUST = "patchbay.signatures.trust";

  private final SignatureVerifier verifier;
  private final Turnstile turnstile;

  /** With who checks, and places that others may take too. */
  SignatureDesk(SignatureVerifier verifier, Turnstile turnstile) {
    this.verifier = verifier;
    this.turnstile = turnstile;
  }

  /** By a process, for which others may wait too. */
  public static SignatureDesk of(SignatureProcess process, Turnstile turnstile) {
    var trust = System.getProperty(TRUST, "").strip();
    List<Path> files = Stream.of(trust).filter(file -> !file.isEmpty()).map(Path::of).toList();
    return new SignatureDesk(new SignatureVerifier(process, files, false), turnstile);
  }

  /** What the signatures of a PDF file are worth; empty if too many others want to know. */
  public Optional<VerificationAnswer> verify(Path file) {
    return verifier.trust().stream().allMatch(Files::isReadable)
        ? turnstile.pass(() -> checked(file))
        : Optional.of(new VerificationAnswer.Absent(TRUST + " names a file that cannot be read"));
  }

  private VerificationAnswer checked(Path file) {
    try {
      return verifier.verify(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("signatures cannot be checked", failure);
    }
  }
}
