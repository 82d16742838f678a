package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody with a key and a certificate by himself, as {@code keytool} makes them.
 *
 * @param folder that has his files
 */
record TestSigner(Path folder) {
  static final String PASSWORD = "päss wörd";

  /** A new one. */
  static TestSigner named(String name, Path folder) throws IOException, InterruptedException {
    var signer = new TestSigner(folder);
    Files.writeString(signer.password(), PASSWORD + "\n");
    signer.keytool(
        "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name);
    return signer;
  }

  /** The file of the key, PKCS#12. */
  Path key() {
    return folder.resolve("k.p12");
  }

  /** The file of its password. */
  Path password() {
    return folder.resolve("password");
  }

  /** Writes the certificate as PEM. */
  Path export(Path pem) throws IOException, InterruptedException {
    keytool("-exportcert", "-rfc", "-file", pem.toString());
    return pem;
  }

  private void keytool(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "signer", "-keystore", key().toString()));
    command.addAll(List.of("-storepass:file", password().toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
