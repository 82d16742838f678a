package dev.patchbay.connectors.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that do what the real one of the other tests does not, or not always. */
class OddServersTest {
  private static final String NO_BUCKET = "<Error><Code>NoSuchBucket</Code></Error>";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server = listening();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aServerThatKnowsNoConditionsIsAskedAgainWithoutOne() {
    server.createContext("/", this::withoutConditions);

    assertThat(publish(Overwrite.REFUSE)).isInstanceOf(Publication.Stored.class);

    assertThat(asked).containsExactly("HEAD", "PUT if free", "PUT");
  }

  @Test
  void replacingNeedsNoCondition() {
    server.createContext("/", this::withoutConditions);

    assertThat(publish(Overwrite.REPLACE)).isInstanceOf(Publication.Stored.class);

    assertThat(asked.stream().filter(call -> !call.equals("HEAD")))
        .containsExactly("PUT if free", "PUT");
  }

  @ParameterizedTest
  @EnumSource
  void ofAServerThatGoesBeforeItIsHeardItIsSeenThatTheBucketIsMissing(Overwrite overwrite) {
    server.createContext("/", hasty(404, NO_BUCKET));

    assertThat(publish(overwrite))
        .isInstanceOfSatisfying(
            Publication.TargetRefused.class,
            refused -> assertThat(refused.cause().code()).isEqualTo("no-bucket"));
  }

  @ParameterizedTest
  @EnumSource
  void elseItIsUnknownWhetherTheFileStandsThere(Overwrite overwrite) {
    server.createContext("/", hasty(200, "<ListBucketResult/>"));

    assertThat(publish(overwrite)).isInstanceOf(Publication.Unknown.class);
  }

  /** The real one of the other tests tells a thousand names at once. */
  @Test
  void aFolderIsListedPageByPage() throws StoreFailure {
    server.createContext("/", this::inPages);

    try (var store = open()) {
      var found =
          store.source().orElseThrow().list(List.of("in"), Deadline.in(Duration.ofSeconds(30)));
      assertThat(found)
          .extracting(file -> file.path().name())
          .containsExactly("a + b.csv", "c.csv");
    }
    assertThat(asked).containsExactly("first", "next/+=");
  }

  private Publication publish(Overwrite overwrite) {
    var content = "text".getBytes(UTF_8);
    var file =
        new FileToStore(
            StorePath.of("a.csv"),
            content.length,
            Sha256.of(content),
            "text/csv",
            Map.of(),
            () -> new ByteArrayInputStream(content));
    try (var store = open()) {
      return store.publish(file, overwrite, Deadline.in(Duration.ofSeconds(30)));
    }
  }

  private FileStore open() {
    var settings =
        Map.of(
            "endpoint", S3ServerSide.address(server.getAddress().getPort()).toString(),
            "bucket", "reports",
            "access-key-id", "AKID");
    var context =
        new ConnectorContext(
            "files",
            settings,
            _ -> Optional.of("s3cret"),
            InstantSource.system(),
            _ -> Duration.ZERO,
            (_, _, _) -> {});
    return new S3Type().open(context);
  }

  private void inPages(HttpExchange exchange) throws IOException {
    try (exchange) {
      var query = exchange.getRequestURI().getQuery();
      boolean first = !query.contains("continuation-token=");
      asked.add(first ? "first" : query.replaceAll(".*continuation-token=([^&]*).*", "$1"));
      var answer =
          """
          <ListBucketResult><IsTruncated>%s</IsTruncated>%s<Contents><Key>%s</Key>
          <LastModified>2026-11-26T23:05:09.000Z</LastModified><Size>3</Size></Contents>
          </ListBucketResult>
          """
              .formatted(
                  first,
                  first ? "<NextContinuationToken>next/+=</NextContinuationToken>" : "",
                  first ? "in/c.csv" : "in/a + b.csv")
              .getBytes(UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private void withoutConditions(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      boolean conditional = exchange.getRequestHeaders().containsKey("If-None-Match");
      asked.add(exchange.getRequestMethod() + (conditional ? " if free" : ""));
      boolean put = exchange.getRequestMethod().equals("PUT");
      exchange.sendResponseHeaders(put ? conditional ? 501 : 200 : 404, -1);
    }
  }

  /** Closes the connection instead of an answer to PUT; knows no object, and lists so. */
  private static HttpHandler hasty(int status, String listing) {
    return exchange -> {
      try (exchange) {
        switch (exchange.getRequestMethod()) {
          case "HEAD" -> exchange.sendResponseHeaders(404, -1);
          case "GET" -> {
            var body = listing.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
          default -> {} // closed unanswered
        }
      }
    };
  }

  private static HttpServer listening() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
