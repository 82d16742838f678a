package dev.patchbay.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Eventually;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code patchbay core-services} as a person starts it. */
class CoreServicesCommandTest {
  private static final Pattern READY =
      Pattern.compile("core-services ready (http://127\\.0\\.0\\.1:\\d+)\\R");

  private final StringWriter out = new StringWriter();

  @Test
  void saysWhereItListensAndAnswersUntilItIsStopped() throws Exception {
    var running =
        Thread.ofVirtual().start(() -> run("--port", "0", "--seed", "7", "--requests", "3"));
    var address = Eventually.soon().get("it is ready", this::address);

    try (var http = HttpClient.newHttpClient()) {
      var keys = HttpRequest.newBuilder(URI.create(address + "/oauth2/jwks")).build();
      assertThat(http.send(keys, BodyHandlers.ofString()).body()).contains("\"kty\":\"EC\"");
    }
    running.interrupt();
    running.join();
  }

  @Test
  void saysHowManyRequestsThereMayBe() {
    assertThat(run("--requests", "100001")).isEqualTo(2);
    assertThat(out.toString()).contains("requests must be from 0 to 100000");
  }

  private Optional<String> address() {
    return READY.matcher(out.toString()).results().map(match -> match.group(1)).findFirst();
  }

  private int run(String... arguments) {
    var command = new CommandLine(new CoreServicesCommand());
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(out, true));
    return command.execute(arguments);
  }
}
