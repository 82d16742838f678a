package dev.patchbay.connectors.drive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.StorePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that send the hub elsewhere. */
class StrangersTest {
  private static final byte[] TEXT = "text".getBytes(UTF_8);

  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer stranger =
      server(
          exchange -> {
            asked.incrementAndGet();
            answer(exchange, 200, "{}");
          });
  private final DriveSide side = new DriveSide();

  @AfterEach
  void stop() {
    stranger.stop(0);
  }

  @Test
  void theTokenGoesToNoAddressThatAnAnswerNames() {
    var google =
        server(
            exchange -> {
              var path = exchange.getRequestURI().getPath();
              if (path.startsWith("/upload/")) {
                exchange.getResponseHeaders().set("Location", address(stranger) + "/upload");
              }
              answer(exchange, 200, told(path));
            });

    assertThat(published(google)).isInstanceOf(Publication.TargetRefused.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void noRedirectIsFollowed() {
    var google =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Location", address(stranger) + "/");
              answer(exchange, 307, "{}");
            });

    assertThat(published(google)).isInstanceOf(Publication.TargetRefused.class);
    assertThat(asked).hasValue(0);
  }

  private Publication published(HttpServer google) {
    var file =
        new FileToStore(
            StorePath.of("a.csv"),
            TEXT.length,
            Sha256.of(TEXT),
            "text/csv",
            Map.of(),
            () -> new ByteArrayInputStream(TEXT));
    try (var store = side.store(Map.of("root-url", address(google)))) {
      return store.publish(file, Overwrite.REFUSE, Deadline.in(Duration.ofSeconds(30)));
    } finally {
      google.stop(0);
    }
  }

  private static String told(String path) {
    if (path.endsWith("/generateIds")) {
      return "{\"ids\":[\"1new\"]}";
    }
    return path.endsWith("/files")
        ? "{\"files\":[]}"
        : "{\"id\":\"1root\",\"mimeType\":\"" + Entry.FOLDER + "\"}";
  }

  private static HttpServer server(HttpHandler handler) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", handler);
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var body = json.getBytes(UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
