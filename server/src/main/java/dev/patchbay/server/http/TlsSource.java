package dev.patchbay.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the server's certificate and key come from. */
public sealed interface TlsSource {
  /** Password of the key store that {@link #keyStore} answers. */
  char[] password();

  /**
   * Reads certificate chain and key.
   *
   * @throws IllegalArgumentException saying which file cannot be used and why
   */
  KeyStore keyStore();

  /** Certificate chain and unencrypted PKCS#8 key as PEM files. */
  record Pem(Path certificate, Path key) implements TlsSource {
    private static final Pattern BLOCK =
        Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    @Override
    public char[] password() {
      return "in-memory".toCharArray();
    }

    @Override
    public KeyStore keyStore() {
      try {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", privateKey(), password(), chain());
        return store;
      } catch (IOException | GeneralSecurityException failure) {
        throw new IllegalArgumentException(
            "cannot use " + certificate + " with " + key + ": " + failure.getMessage(), failure);
      }
    }

    private Certificate[] chain() throws IOException, GeneralSecurityException {
      var text = new ByteArrayInputStream(Files.readAllBytes(certificate));
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(text)
          .toArray(Certificate[]::new);
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
      var block = BLOCK.matcher(Files.readString(key));
      if (!block.find()) {
        throw new InvalidKeySpecException(
            "no 'BEGIN PRIVATE KEY' block; convert it with 'openssl pkcs8 -topk8 -nocrypt'");
      }
      var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
      for (var algorithm : List.of("EC", "RSA", "EdDSA")) {
        var found = of(algorithm, spec);
        if (found != null) {
          return found;
        }
      }
      throw new InvalidKeySpecException("neither an RSA, EC nor EdDSA key");
    }

    private static @Nullable PrivateKey of(String algorithm, PKCS8EncodedKeySpec spec)
        throws GeneralSecurityException {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException other) {
        return null;
      }
    }
  }

  /** A PKCS#12 key store and its password. */
  record Pkcs12(Path file, char[] password) implements TlsSource {
    public Pkcs12 {
      password = password.clone();
    }

    @Override
    public KeyStore keyStore() {
      try (var bytes = Files.newInputStream(file)) {
        var store = KeyStore.getInstance("PKCS12");
        store.load(bytes, password);
        return store;
      } catch (IOException | GeneralSecurityException failure) {
        throw new IllegalArgumentException(
            "cannot use key store " + file + ": " + failure.getMessage(), failure);
      }
    }

    @Override
    public String toString() {
      return "Pkcs12[" + file + "]";
    }
  }
}
