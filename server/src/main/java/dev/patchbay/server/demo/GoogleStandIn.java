package dev.patchbay.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.server.http.ServerJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The sandbox of this demo and its controls. Thread-safe. */
public final class GoogleStandIn implements AutoCloseable {
  private static final String SCOPE = "https://www.googleapis.com/auth/spreadsheets";

  private final Sandbox sandbox;

  private GoogleStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  public static GoogleStandIn start(SandboxOptions options) {
    return new GoogleStandIn(Sandbox.start(options));
  }

  /** Where it listens, and where its page shows the sheets. */
  public URI uri() {
    return sandbox.uri();
  }

  /** The key of its service account, as a file that Google issues. A secret. */
  public String key() {
    return sandbox.serviceAccountKey();
  }

  /** Google's official client, signed in. */
  public Sheets client() {
    try (var json = new ByteArrayInputStream(key().getBytes(StandardCharsets.UTF_8))) {
      var credentials = GoogleCredentials.fromStream(json).createScoped(List.of(SCOPE));
      return new Sheets.Builder(
              new NetHttpTransport(),
              GsonFactory.getDefaultInstance(),
              new HttpCredentialsAdapter(credentials))
          .setRootUrl(uri() + "/")
          .setApplicationName("Patchbay demo")
          .build();
    } catch (IOException e) {
      throw new DemoFailure("the stand-in's own key cannot be read", e);
    }
  }

  /** Calls of a method go wrong from now on. */
  public void breakCalls(Map<String, ?> fault) {
    control(
        HttpRequest.newBuilder(uri().resolve("/_faults"))
            .POST(BodyPublishers.ofByteArray(ServerJson.bytes(fault))));
  }

  /** All faults end. */
  public void mend() {
    control(HttpRequest.newBuilder(uri().resolve("/_faults")).DELETE());
  }

  /** What it counted so far. */
  public GoogleCalls calls() {
    return GoogleCalls.read(control(HttpRequest.newBuilder(uri().resolve("/_stats"))));
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private static JsonNode control(HttpRequest.Builder request) {
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new DemoFailure("the stand-in for Google answers " + answer.statusCode());
      }
      return ServerJson.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new DemoFailure("the stand-in for Google does not answer", e);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", stopping);
    }
  }
}
