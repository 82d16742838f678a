package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.patchbay.server.command.Failures;
import dev.patchbay.server.command.sign.SignCommand;
import dev.patchbay.server.command.sign.StampCommand;
import dev.patchbay.server.command.sign.VerifyCommand;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * {@code patchbay stamp}, {@code sign} and {@code verify}, and {@code /documents/verification},
 * with the process that does the work.
 */
@ExtendWith(SharedHub.class)
class SignPdfIT {
  /** By the hub, too. */
  private static final String TRUSTED = System.getProperty("patchbay.signatures.trust");

  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
      2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
      3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
      trailer <</Root 1 0 R>>
      %%EOF
      """;

  @TempDir private static Path keys;
  private static TestSigner ann;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private final ApiCaller viewer;

  SignPdfIT(TestHub hub) {
    this.viewer = hub.admin();
  }

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    ann = TestSigner.named("Ann Example", keys);
    ann.export(Path.of(TRUSTED));
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("a.pdf"), PDF);
  }

  @Test
  void stampsAndSignsAndVerifies() throws IOException {
    var stamps = Files.writeString(folder.resolve("s.json"), "[{\"$type\":\"PageNumbers\"}]");
    assertThat(
            run(
                new StampCommand(),
                List.of("--in", file("a.pdf"), "--out", file("b.pdf"), "--stamps", "" + stamps)))
        .as(err::toString)
        .isZero();
    assertThat(sign("--visible", "--at", "top-right")).as(err::toString).isZero();

    assertThat(verify("--json", "--trust", TRUSTED)).as(err::toString).isZero();
    assertThat(out.toString())
        .contains("stamp: pages that were stamped: 1", "sign: signed by Ann Example, PAdES-");
    var json = new JsonMapper().readTree(out.toString().lines().toList().getLast());
    assertThat(json.path("verdict").asText()).isEqualTo("VALID");
    assertThat(json.at("/signatures/0/signer").asText()).isEqualTo("Ann Example");

    var reply = send("application/pdf", Files.readAllBytes(folder.resolve("c.pdf")));
    assertThat(reply.status()).as(reply::toString).isEqualTo(200);
    assertThat(new JsonMapper().readTree(reply.body())).isEqualTo(json);
  }

  @Test
  void saysWhatIsWrongAndLeavesNoFile() throws IOException {
    Files.copy(folder.resolve("a.pdf"), folder.resolve("b.pdf"));
    Files.writeString(folder.resolve("b.pdf"), "no PDF");

    assertThat(sign()).isEqualTo(1);
    assertThat(err.toString())
        .isEqualTo("sign: the file is no PDF, or it is damaged" + System.lineSeparator());
    assertThat(verify()).isEqualTo(2);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(folder.resolve("a.pdf"), folder.resolve("b.pdf"));
    }
  }

  @Test
  void theServerSaysWhatItCannotLookAt() {
    var text = send("application/pdf", "no PDF".getBytes(StandardCharsets.UTF_8));
    var type = send("text/plain", PDF.getBytes(StandardCharsets.UTF_8));
    var large = send("application/pdf", new byte[(50 << 20) + 1]);

    assertThat(text.status()).as(text::toString).isEqualTo(400);
    assertThat(text.toString()).contains("The file is no PDF, or it is damaged.");
    assertThat(type.status()).isEqualTo(415);
    assertThat(large.status()).isEqualTo(413);
  }

  private Reply send(String type, byte[] body) {
    return viewer.send(
        viewer
            .request("/documents/verification")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private int sign(String... more) {
    var arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--in", file("b.pdf"), "--out", file("c.pdf")));
    arguments.addAll(List.of("--key", ann.key().toString()));
    arguments.addAll(List.of("--password-file", ann.password().toString()));
    return run(new SignCommand(), arguments);
  }

  private int verify(String... more) {
    var arguments = new ArrayList<>(List.of(more));
    arguments.add(Files.exists(folder.resolve("c.pdf")) ? file("c.pdf") : file("b.pdf"));
    return run(new VerifyCommand(), arguments);
  }

  private int run(Object command, List<String> arguments) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
