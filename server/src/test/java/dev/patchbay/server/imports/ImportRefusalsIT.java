package dev.patchbay.server.imports;

import static dev.patchbay.server.imports.ImportRig.csv;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import dev.patchbay.server.http.ServerJson;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.RawCall;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.TestHub;
import dev.patchbay.testkit.SharedData;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /imports}: what is refused, and with which reason. */
@ExtendWith(SharedHub.class)
class ImportRefusalsIT {
  private final ApiCaller support;
  private final ImportRig rig;

  ImportRefusalsIT(TestHub hub) {
    this.support = hub.as(Role.SUPPORT);
    this.rig = new ImportRig(hub.admin(), support);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aLongNameKeepsItsEndAndNoHalfOfACharacter() {
    var name = "\ud83d\ude00".repeat(100) + ".csv";
    var kept = rig.send(name, csv("title", "Bench"), "\"dryRun\":true");
    assertThat(kept.as(202, ImportView.class).file()).isEqualTo("\ud83d\ude00".repeat(73) + ".csv");
    var odd = rig.send(name + "x", csv("title", "Bench"), "\"dryRun\":true,\"again\":true");
    assertThat(odd.as(202, ImportView.class).file()).isEqualTo("\ud83d\ude00".repeat(72) + ".csvx");
  }

  @Test
  void whatIsWrongWithAnOrderIsNamed() {
    var file = csv("title", "Lamp");
    assertThat(rig.send("x.csv", new byte[0], "").faults(400)).containsExactly("/file");
    assertThat(rig.send("x.csv", "<html><body>".getBytes(UTF_8), "").faults(400))
        .containsExactly("/file");
    assertThat(rig.send("x.csv", csv("name", "Lamp"), "").faults(400)).containsExactly("/file");
    assertThat(rig.send("x.csv", file, "\"sheet\":\"no\"").faults(400)).containsExactly("/sheet");
    assertThat(rig.send("x.csv", file, "\"colour\":1").faults(400)).containsExactly("/colour");
    assertThat(
            rig.send("x.csv", file, "\"columns\":[{\"field\":\"title\",\"header\":\"Betreff\"}]")
                .faults(400))
        .containsExactly("/columns/0/header");
    assertThat(rig.send("x.csv", file, "\"again\":").faults(400)).containsExactly("/import");
    assertThat(post("multipart/form-data; boundary=x", "nothing").faults(400))
        .containsExactly("multipart");
    assertThat(post("multipart/form-data", "nothing").status()).isEqualTo(400);
    var latin =
        """
        --x\r
        Content-Disposition: form-data; name="file"\r
        \r
        title\r
        --x\r
        Content-Disposition: form-data; name="import"\r
        \r
        {"name": "\u00e4"}\r
        --x--\r
        """
            .getBytes(ISO_8859_1);
    var form =
        support.request("/imports").header("Content-Type", "multipart/form-data; boundary=x");
    assertThat(support.send(form.POST(BodyPublishers.ofByteArray(latin))).faults(400))
        .containsExactly("/import");
    var nameless = "--x\r\nContent-Type: text/csv\r\n\r\ntitle\r\n--x--\r\n";
    assertThat(post("multipart/form-data; boundary=x", nameless).faults(400))
        .containsExactly("multipart");
    assertThat(post("application/json", "{}").problem(415).detail()).contains("multipart");
    assertThat(support.get("/imports/nothing").status()).isEqualTo(404);
  }

  @Test
  void aFileThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
    try (var call = new RawCall(support.root())) {
      var answer =
          call.head(
                  "POST /api/v1/integration/imports HTTP/1.1",
                  "Authorization: Bearer " + support.key().orElseThrow(),
                  "Content-Type: multipart/form-data; boundary=x",
                  "Content-Length: 200000000")
              .answer();
      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("too-large");
    }
  }

  @Test
  void filesThatCannotBeReadAreRefusedWithTheReason() throws IOException {
    var data = SharedData.file("data/spreadsheets");
    var manifest = ServerJson.MAPPER.readTree(data.resolve("manifest.json").toFile());
    int refused = 0;
    for (var file : manifest) {
      if (file.path("expected").path("kind").asText().equals("reject")) {
        var name = file.path("file").asText();
        var reason = reason(Files.readAllBytes(data.resolve(name)));
        var words = file.path("expected").path("reasonHasOneOf");
        refused += reason.isEmpty() ? 0 : 1;
        assertThat(words.valueStream().map(JsonNode::asText))
            .as(name + ": " + reason)
            .matches(all -> words.isEmpty() || reason.isEmpty() || isOneIn(all, reason));
        assertThat(reason).doesNotContain("Exception");
      }
    }
    assertThat(refused).isGreaterThan(4);
  }

  private static boolean isOneIn(List<? extends String> words, String reason) {
    return words.stream().anyMatch(reason.toLowerCase(Locale.ROOT)::contains);
  }

  /** Why a file is refused, at once or when its rows are read; empty if another sheet is broken. */
  private String reason(byte[] file) {
    var reply =
        rig.send(
            "ugly", file, "\"dryRun\":true,\"columns\":[{\"field\":\"title\",\"constant\":\"x\"}]");
    if (reply.status() == 400) {
      assertThat(reply.faults(400)).containsExactly("/file");
      return reply.problem(400).errors().getFirst().message();
    }
    var run = rig.ended(reply.as(202, ImportView.class).id());
    return run.state() == RunState.FAILED ? String.valueOf(run.reason()) : "";
  }

  private Reply post(String type, String body) {
    return support.post("/imports", type, body);
  }
}
