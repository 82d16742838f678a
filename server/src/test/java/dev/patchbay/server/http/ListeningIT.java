package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.server.rig.Certificates;
import dev.patchbay.server.rig.RawCall;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sockets: TLS, ports, and whose word is taken for a caller's address. */
class ListeningIT {
  @TempDir private static Path directory;

  enum Form {
    PEM_OF_EC("EC"),
    PEM_OF_RSA("RSA"),
    PKCS12("EC");

    private final String algorithm;

    Form(String algorithm) {
      this.algorithm = algorithm;
    }

    TlsSource source(Certificates certificates) {
      return switch (this) {
        case PEM_OF_EC, PEM_OF_RSA -> certificates.pem();
        case PKCS12 -> certificates.pkcs12();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void itServesOverTls(Form form) throws Exception {
    var certificates = Certificates.create(directory.resolve(form.name()), form.algorithm);
    var listen =
        new ListenOptions("127.0.0.1", 0, 0, Optional.of(form.source(certificates)), false);
    try (var server = HubServer.start(listen, new Echo(), new Echo());
        var client = HttpClient.newBuilder().sslContext(certificates.trust()).build()) {
      assertThat(server.api().getScheme()).isEqualTo("https");
      assertThat(server.management().getScheme()).isEqualTo("http");
      var answer = get(client, server);
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "date");
      assertThat(answer.headers().map().keySet())
          .contains(
              "cache-control",
              "content-security-policy",
              "referrer-policy",
              "x-content-type-options");
    }
  }

  @Test
  void aCertificateThatCannotBeUsedIsNamed() throws Exception {
    var certificates = Certificates.create(directory.resolve("broken"), "EC");
    var swapped = new TlsSource.Pem(certificates.key(), certificates.certificate());
    var missing = new TlsSource.Pem(Path.of("nowhere.pem"), certificates.key());
    var wrongPassword = new TlsSource.Pkcs12(certificates.store(), "wrong".toCharArray());
    for (var source : Stream.of(swapped, missing, wrongPassword).toList()) {
      var listen = new ListenOptions("127.0.0.1", 0, 0, Optional.of(source), false);
      assertThatThrownBy(() -> HubServer.start(listen, new Echo(), new Echo()).close())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot use ");
    }
    assertThat(wrongPassword.toString()).doesNotContain("wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/templates/a%2Fb", "/templates/a%00b", "/templates/%2E%2E/b"})
  void anAddressThatCanBeReadInTwoWaysIsRefusedWithTheReason(String address) throws IOException {
    try (var server = HubServer.start(ListenOptions.loopback(), new Echo(), new Echo());
        var call = new RawCall(server.api())) {
      assertThat(call.head("GET " + address + " HTTP/1.1").answer())
          .startsWith("HTTP/1.1 400")
          .contains("\"detail\":\"It is no HTTP, or its address holds", "%2F", "%00");
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (var first = HubServer.start(ListenOptions.loopback(), new Echo(), new Echo())) {
      var port = first.api().getPort();
      var same = new ListenOptions("127.0.0.1", port, 0, Optional.empty(), false);
      assertThatThrownBy(() -> HubServer.start(same, new Echo(), new Echo()).close())
          .hasMessageContaining("cannot listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void onlyBehindAProxyItsWordIsTakenForTheCallersAddress() throws IOException {
    try (var server = HubServer.start(ListenOptions.loopback(), new Echo(), new Echo());
        var call = new RawCall(server.api())) {
      var answer =
          call.head(
                  "GET / HTTP/1.1",
                  "X-Forwarded-For: 6.6.6.6, 10.0.0.1",
                  "X-Forwarded-For: 10.0.0.2",
                  "Forwarded: for=6.6.6.6")
              .answer();
      assertThat(answer).endsWith("{\"connection\":\"127.0.0.1\",\"proxy\":\"10.0.0.2\"}");
    }
  }

  private static HttpResponse<String> get(HttpClient client, HubServer server)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(server.api()).build(), BodyHandlers.ofString());
  }

  /** Answers with what each rule takes for the caller's address. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      var addresses = new TreeMap<String, String>();
      addresses.put("connection", CallerAddress.OF_CONNECTION.of(request));
      addresses.put("proxy", CallerAddress.OF_PROXY.of(request));
      Answers.json(response, 200, addresses, callback);
      return true;
    }
  }
}
