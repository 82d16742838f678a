package dev.patchbay.connectors.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate for {@code localhost} that the JDK's own tool made. */
record Certificate(Path file, KeyStore content) {
  static final String PASSWORD = "changeit";

  static Certificate create() {
    try {
      var file = Files.createTempDirectory("mail").resolve("server.p12");
      generate(file);
      var content = KeyStore.getInstance("PKCS12");
      try (var bytes = Files.newInputStream(file)) {
        content.load(bytes, PASSWORD.toCharArray());
      }
      return new Certificate(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String pem() {
    try {
      var bytes = content.getCertificate("server").getEncoded();
      var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
      return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** TLS of a server that shows it. */
  SSLContext tls() {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(content, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void generate(Path file) throws IOException, InterruptedException {
    var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        "-genkeypair -keyalg EC -alias server -dname CN=mail -ext SAN=dns:localhost -storetype"
            + " PKCS12 -storepass "
            + PASSWORD
            + " -keystore";
    var words = new ArrayList<String>();
    words.add(tool);
    words.addAll(List.of(command.split(" ")));
    words.add(file.toString());
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
