package dev.patchbay.server.rig;

import dev.patchbay.server.http.TlsSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for 127.0.0.1, as PKCS#12 and as PEM. */
public record Certificates(Path store, Path certificate, Path key, KeyStore content) {
  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "hub";

  /** Makes one with the JDK's own tool. */
  public static Certificates create(Path directory, String algorithm)
      throws IOException, InterruptedException, GeneralSecurityException {
    Files.createDirectories(directory);
    var store = directory.resolve("hub.p12");
    generate(store, algorithm);
    var content = KeyStore.getInstance("PKCS12");
    try (var bytes = Files.newInputStream(store)) {
      content.load(bytes, PASSWORD.toCharArray());
    }
    var key = content.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    var certificate = content.getCertificate(ALIAS).getEncoded();
    return new Certificates(
        store,
        pem(directory.resolve("hub.crt"), "CERTIFICATE", certificate),
        pem(directory.resolve("hub.key"), "PRIVATE KEY", key),
        content);
  }

  public TlsSource pem() {
    return new TlsSource.Pem(certificate, key);
  }

  public TlsSource pkcs12() {
    return new TlsSource.Pkcs12(store, PASSWORD.toCharArray());
  }

  /** Trusts this certificate and no other. */
  public SSLContext trust() throws GeneralSecurityException, IOException {
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, content.getCertificate(ALIAS));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static void generate(Path store, String algorithm)
      throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var process =
        new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-keyalg",
                algorithm,
                "-alias",
                ALIAS,
                "-dname",
                "CN=hub",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static Path pem(Path file, String kind, byte[] content) throws IOException {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text));
  }
}
