package dev.patchbay.connectors.sheets;

import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * The Google sandbox and its controls. One serves all tests of a JVM, which ends it: each test has
 * a spreadsheet of its own.
 */
final class SandboxProcess implements AutoCloseable {
  private static final Sandbox SHARED = Sandbox.start(SandboxOptions.inMemory().withoutQuota());

  private final Sandbox sandbox;

  private SandboxProcess(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  static SandboxProcess open() {
    return new SandboxProcess(SHARED);
  }

  URI uri() {
    return sandbox.uri().resolve("/");
  }

  /** The key of its service account, as a file that Google issues. */
  String key() {
    return sandbox.serviceAccountKey();
  }

  /** An OAuth client's part by the name of the connector's setting. */
  String oauth(String setting) {
    var name = setting.substring("oauth-".length()).replace('-', '_');
    try {
      var file = GsonFactory.getDefaultInstance().fromString(key(), GenericJson.class);
      return String.valueOf(file.get(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next calls of a method go wrong. */
  void fault(String fault, String method, int count) {
    var body =
        "{\"fault\":\"%s\",\"method\":\"%s\",\"rate\":1,\"count\":%d}"
            .formatted(fault, method, count);
    control(
        HttpRequest.newBuilder(faults()).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  /** Calls by method and status, as JSON. */
  String stats() {
    return control(HttpRequest.newBuilder(uri().resolve("/_stats")).build());
  }

  private URI faults() {
    return uri().resolve("/_faults");
  }

  private static String control(HttpRequest request) {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes back faults that struck nobody. */
  @Override
  public void close() {
    control(HttpRequest.newBuilder(faults()).DELETE().build());
  }
}
