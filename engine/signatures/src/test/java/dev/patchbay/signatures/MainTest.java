package dev.patchbay.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.signatures.authority.CertificateAuthority;
import dev.patchbay.signatures.authority.Identity;
import dev.patchbay.signatures.authority.Profile;
import dev.patchbay.testkit.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process, as others start it and read its answer. */
class MainTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PIN = "1234";

  private static CertificateAuthority authority;
  private static Identity ann;

  @TempDir private Path folder;

  @BeforeAll
  static void issue() throws Exception {
    authority = CertificateAuthority.named("Test Root");
    ann = authority.issue(Profile.signer("Ann Example"), CertificateAuthority.rsa(2048));
  }

  @BeforeEach
  void write() throws IOException {
    TestPdf.plain(folder.resolve("in.pdf"), 1);
  }

  @Test
  void saysWhyItHasFailed() throws Exception {
    assertThat(run(sign(pkcs12("wrong")), List.of()))
        .isEqualTo(
            JSON.readTree("{\"failed\":\"the password of the key is wrong\",\"about\":\"KEY\"}"));
    assertThat(folder.resolve("log")).content().doesNotContain("wrong");
  }

  @Test
  void saysWhichFileCannotBeWritten() throws Exception {
    var order = sign(pkcs12("secret")).put("out", folder.resolve("none/out.pdf").toString());

    assertThat(run(order, List.of()).path("failed").textValue())
        .startsWith("a file cannot be read or written: ")
        .contains("none/out.pdf");
  }

  @Test
  void stampsBeforeItSigns() throws Exception {
    var stamps = folder.resolve("stamps.json");
    Files.writeString(stamps, "[{\"$type\":\"Text\",\"text\":\"RECEIVED\"}]");

    var answer = run(sign(pkcs12("secret")).put("stamps", stamps.toString()), List.of());

    assertThat(answer.at("/signed/signer").textValue())
        .as(answer::toString)
        .isEqualTo("Ann Example");
    assertThat(TestPdf.text(folder.resolve("out.pdf"), 1)).contains("RECEIVED");
    assertThat(run(verify(), List.of()).at("/verification/verdict").textValue()).isEqualTo("VALID");
  }

  @Test
  @Tag("extended")
  void signsByADevice() throws Exception {
    Assumptions.assumeTrue(
        Command.exists("softhsm2-util"), "SoftHSM2 is not installed (Debian: softhsm2)");
    var library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    Assumptions.assumeTrue(Files.exists(library), library + " is not there");
    var device = device(library);
    int slot = slot(device);

    assertThat(run(sign(pkcs11(library, slot, PIN)), device))
        .isEqualTo(JSON.readTree("{\"signed\":{\"signer\":\"Ann Example\",\"level\":\"B\"}}"));
    var found = run(verify(), List.of()).get("verification");
    assertThat(found.get("verdict").textValue()).isEqualTo("VALID");
    assertThat(found.at("/signatures/0/time").textValue()).endsWith("Z");
    assertThat(run(sign(pkcs11(library, slot, "9999")), device))
        .isEqualTo(
            JSON.readTree(
                "{\"failed\":\"the PIN is wrong, or the token is locked\",\"about\":\"KEY\"}"));
    assertThat(run(sign(pkcs11(library, slot + 1, PIN)), device).get("failed").textValue())
        .startsWith("the PKCS#11 library has no token in slot " + (slot + 1));
  }

  /** A token with the key of Ann; returns what its users are started with. */
  private List<String> device(Path library) throws Exception {
    var tokens = Files.createDirectory(folder.resolve("tokens"));
    var settings = folder.resolve("softhsm2.conf");
    Files.writeString(settings, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    var device = List.of("env", "SOFTHSM2_CONF=" + settings);
    Command.output(
        device,
        ("softhsm2-util --init-token --free --label test --so-pin 567890 --pin " + PIN)
            .split(" ", -1));
    Files.write(folder.resolve("key.p12"), ann.pkcs12("secret"));
    var provider = "name = test\nlibrary = " + library + "\nslot = " + slot(device) + "\n";
    var java = Files.writeString(folder.resolve("java.conf"), provider);
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Command.output(
        device,
        (keytool
                + " -importkeystore -noprompt -srckeystore "
                + folder.resolve("key.p12")
                + " -srcstorepass secret -destkeystore NONE -deststoretype PKCS11 -deststorepass "
                + PIN
                + " -addprovider SunPKCS11 -providerarg "
                + java)
            .split(" ", -1));
    return device;
  }

  private static int slot(List<String> device) throws Exception {
    return Command.output(device, "softhsm2-util", "--show-slots")
        .lines()
        .filter(line -> line.startsWith("Slot "))
        .map(line -> Integer.parseInt(line.substring("Slot ".length()).strip()))
        .findFirst()
        .orElseThrow();
  }

  private ObjectNode sign(ObjectNode key) {
    var order = JSON.createObjectNode().put("$type", "Sign").put("level", "B").put("reason", "");
    order.put("in", folder.resolve("in.pdf").toString());
    order.put("out", folder.resolve("out.pdf").toString());
    order.set("key", key);
    order.putArray("trust");
    return order;
  }

  private ObjectNode verify() throws Exception {
    var order = JSON.createObjectNode().put("$type", "Verify").put("online", false);
    order.put("in", folder.resolve("out.pdf").toString());
    order.putArray("trust").add(authority.pem(folder.resolve("root.pem")).toString());
    return order;
  }

  private static ObjectNode pkcs12(String password) throws Exception {
    var key = JSON.createObjectNode().put("$type", "Pkcs12").put("password", password);
    return key.put("content", ann.pkcs12("secret"));
  }

  private static ObjectNode pkcs11(Path library, int slot, String pin) {
    var key = JSON.createObjectNode().put("$type", "Pkcs11").put("slot", slot).put("pin", pin);
    return key.put("library", library.toString());
  }

  private JsonNode run(ObjectNode order, List<String> before) throws IOException {
    var file = Files.write(folder.resolve("order.json"), JSON.writeValueAsBytes(order));
    var result = folder.resolve("result.json");
    var start = new ArrayList<>(before);
    start.addAll(List.of("sh", "-c", "exec \"$@\" <" + file, "sh"));
    var command =
        JavaCommand.of(Main.class)
            .withJvmArguments("--enable-native-access=ALL-UNNAMED")
            .withArguments(result.toString());
    try (var process = command.startWithin(start, folder.resolve("log"))) {
      assertThat(process.awaitExit(Duration.ofMinutes(2))).as(process::output).isZero();
    }
    return JSON.readTree(result.toFile());
  }
}
