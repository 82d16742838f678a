package dev.patchbay.server.command;

import dev.patchbay.server.http.TlsSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that name a certificate. */
final class TlsArguments {
  @Option(names = "--tls-cert", paramLabel = "PEM", description = "Certificate chain.")
  private @Nullable Path certificate;

  @Option(names = "--tls-key", paramLabel = "PEM", description = "Its key, PKCS#8, unencrypted.")
  private @Nullable Path key;

  @Option(names = "--tls-keystore", paramLabel = "P12", description = "Or both in a PKCS#12 file.")
  private @Nullable Path keystore;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description = "File with the password of the PKCS#12 file.")
  private @Nullable Path passwordFile;

  /**
   * The certificate, empty if none is named.
   *
   * @throws IllegalArgumentException if only half of it is
   */
  Optional<TlsSource> source() {
    if (keystore != null) {
      return Optional.of(new TlsSource.Pkcs12(keystore, password()));
    }
    if (certificate == null && key == null) {
      return Optional.empty();
    }
    if (certificate == null || key == null) {
      throw new IllegalArgumentException("--tls-cert and --tls-key belong together");
    }
    return Optional.of(new TlsSource.Pem(certificate, key));
  }

  private char[] password() {
    if (passwordFile == null) {
      throw new IllegalArgumentException("--tls-keystore needs --tls-password-file");
    }
    try {
      return Files.readString(passwordFile).strip().toCharArray();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + passwordFile, failure);
    }
  }
}
