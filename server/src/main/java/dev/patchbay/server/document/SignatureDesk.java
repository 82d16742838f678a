package dev.patchbay.server.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  /** Each has a process with its own memory. */
  private static final int AT_A_TIME = 2;

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SignatureVerifier verifier;
  private final Turnstile turnstile;

  SignatureDesk(SignatureVerifier verifier, Duration patience) {
    this.verifier = verifier;
    this.turnstile = new Turnstile(AT_A_TIME, patience);
  }

  /** With the process of this installation. */
  public static SignatureDesk installed() {
    var trust = System.getProperty(TRUST, "").strip();
    List<Path> files = Stream.of(trust).filter(file -> !file.isEmpty()).map(Path::of).toList();
    var process = SignatureProcess.installed(LIMIT);
    return new SignatureDesk(new SignatureVerifier(process, files, false), PATIENCE);
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
