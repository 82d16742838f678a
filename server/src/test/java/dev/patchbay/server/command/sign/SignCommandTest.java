package dev.patchbay.server.command.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.command.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code patchbay sign} says before anything is signed. */
class SignCommandTest {
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void wantsOneKey() {
    refused("name the key by --key or by --pkcs11");
    refused("name the key by --key or by --pkcs11", "--key", "k.p12", "--pkcs11", "lib.so");
    refused("--pkcs11 needs --slot", "--pkcs11", "lib.so");
  }

  @Test
  void asksNobodyWhereThereIsNoTerminal() throws IOException {
    var key = Files.writeString(folder.resolve("k.p12"), "");

    refused("there is no terminal to ask: name a file by --password-file", "--key", "" + key);
  }

  @Test
  void saysWhichOptionIsWrong() throws IOException {
    var key = Files.writeString(folder.resolve("k.p12"), "").toString();

    refused("--tsa-seconds must be 1 to 120", "--key", key, "--tsa-seconds", "0");
    refused(
        "--at must be a place such as bottom-left",
        "--key",
        key,
        "--password-file",
        key,
        "--visible",
        "--at",
        "here");
    refused("cannot read missing.p12", "--key", "missing.p12");
  }

  @Test
  void saysThatSignaturesAreNotPartOfThisInstallation() throws IOException {
    var key = Files.writeString(folder.resolve("k.p12"), "").toString();

    refused(
        "signatures are not part of this installation (patchbay.signatures.path names no class"
            + " path)",
        "--key",
        key,
        "--password-file",
        key);
  }

  private void refused(String why, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--in", "a.pdf", "--out", folder.resolve("b.pdf").toString()));
    err.getBuffer().setLength(0);
    int code =
        new CommandLine(new SignCommand())
            .setExecutionExceptionHandler(new Failures())
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("sign: " + why + System.lineSeparator());
    assertThat(folder.resolve("b.pdf")).doesNotExist();
  }
}
