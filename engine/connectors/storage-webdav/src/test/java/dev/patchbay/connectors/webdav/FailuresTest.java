package dev.patchbay.connectors.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.testkit.SelfSignedServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "401, CredentialRefused",
    "403, TargetRefused",
    "404, TargetRefused",
    "405, TargetRefused",
    "301, TargetRefused",
    "413, Rejected",
    "423, NotStored",
    "429, NotStored",
    "503, NotStored",
    "507, TargetRefused"
  })
  void saysWhatAnAnswerMeansWhereverItComes(int status, String expected) {
    assertThat(Failures.of(status).publication().getClass().getSimpleName()).isEqualTo(expected);
    assertThat(Failures.ofPlacing(status).publication().getClass().getSimpleName())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {207, 500, 502, 504})
  void anAnswerThatIsNoneIsUnknownOnlyWhereAFileIsPutInItsPlace(int status) {
    assertThat(Failures.ofPlacing(status).publication()).isInstanceOf(Publication.Unknown.class);
    assertThat(Failures.of(status).publication()).isInstanceOf(Publication.NotStored.class);
  }

  @Test
  void whatWasNeverSentIsNotUnknown() {
    assertThat(Failures.ofPlacing(new ConnectException()).publication())
        .isInstanceOf(Publication.NotStored.class);
    assertThat(Failures.ofPlacing(new IOException()).publication())
        .isInstanceOf(Publication.Unknown.class);
  }

  @Test
  void followsNobodyElsewhereWithItsCredential() throws IOException {
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.getRequestBody().readAllBytes(); // or the connection may be reset
          exchange.getResponseHeaders().set("Location", "/elsewhere/");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.start();
    try (var store =
        new WebDavType().open(context("http://127.0.0.1:" + server.getAddress().getPort()))) {
      assertThat(store.check())
          .singleElement()
          .extracting(CheckReport.Step::message)
          .asString()
          .contains("elsewhere. Enter that address");
    } finally {
      server.stop(0);
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void sendsNothingToAServerWhoseCertificateIsNotTrusted(@TempDir Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (var server = SelfSignedServer.start(directory);
        var store = new WebDavType().open(context(server.address()))) {
      assertThat(store.check())
          .singleElement()
          .extracting(CheckReport.Step::message)
          .asString()
          .contains("certificate");
      assertThat(server.requests()).isZero();
    }
  }

  private static ConnectorContext context(String address) {
    return new ConnectorContext(
        "files",
        Map.of("url", address + "/dav", "user", "hub"),
        _ -> Optional.of("s3cret"),
        InstantSource.system(),
        _ -> Duration.ZERO,
        (_, _, _) -> {});
  }
}
