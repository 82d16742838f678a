package dev.patchbay.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.security.ApiKey;
import dev.patchbay.testkit.Eventually;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code patchbay server} as a person starts it, behind a proxy. */
class ServerCommandIT {
  private static final Pattern READY = Pattern.compile("server ready (\\S+)\\R");
  private static final Pattern KEY =
      Pattern.compile("first administrator key, shown this once: (\\S+)");

  private final TestDatabase database = TestDatabase.create();
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path directory;

  @Test
  void tellsTheFirstKeyOnceAndTakesTheProxysWordForTheCaller() {
    try (var first = new Running()) {
      var api = first.api();
      assertThat(first.keys()).hasSize(1);
      var key = Optional.of(first.keys().getFirst());
      whoGuessesIsLockedOutAtHisOwnAddressOnly(new ApiCaller(http, api, key, _ -> {}));
      assertThat(first.everything()).containsOnlyOnce(key.get());
    }
    try (var second = new Running()) {
      assertThat(second.api().getHost()).isEqualTo("127.0.0.1");
      assertThat(second.everything()).doesNotContain("key");
    }
  }

  private static void whoGuessesIsLockedOutAtHisOwnAddressOnly(ApiCaller admin) {
    var right = ApiKey.parse(admin.key().orElseThrow()).orElseThrow();
    var guesser = admin.as(new ApiKey(right.id(), ApiKey.random().secret()).text());
    for (int i = 0; i < 5; i++) {
      from("10.0.0.1", guesser).problem(401);
    }

    from("10.0.0.1", guesser).problem(429);
    from("10.0.0.1", admin).problem(429);
    assertThat(from("10.0.0.2", admin).status()).isEqualTo(200);
  }

  private static Reply from(String address, ApiCaller caller) {
    return caller.send(caller.request("/me").header("X-Forwarded-For", "6.6.6.6, " + address));
  }

  /** The command on a thread of its own; interrupting it stops the server. */
  private final class Running implements AutoCloseable {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Thread thread = Thread.ofVirtual().name("server-command").start(this::run);

    URI api() {
      return Eventually.soon()
          .get(
              "the server is ready",
              () ->
                  READY
                      .matcher(out.toString())
                      .results()
                      .findFirst()
                      .map(match -> URI.create(match.group(1))));
    }

    List<String> keys() {
      return KEY.matcher(err.toString()).results().map(match -> match.group(1)).toList();
    }

    String everything() {
      return out.toString() + err;
    }

    @Override
    public void close() {
      thread.interrupt();
      Eventually.soon().isTrue("the server stops", () -> !thread.isAlive());
    }

    private void run() {
      new CommandLine(new ServerCommand())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err))
          .execute(
              "--behind-proxy",
              "--port=0",
              "--management-port=0",
              "--database-url=" + url(),
              "--key-file=" + directory.resolve("secret.key"));
    }
  }

  private String url() {
    return database.jdbcUrl() + "?user=" + database.user() + "&password=" + database.password();
  }
}
