package dev.patchbay.server.demo;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.server.client.JsonApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The sandbox of this demo and its controls. Thread-safe. */
public final class GoogleStandIn implements AutoCloseable {
  private static final String SCOPE = "https://www.googleapis.com/auth/spreadsheets";
  private static final String NO_TOKEN = "none";

  private final Sandbox sandbox;
  private final JsonApi controls;

  private GoogleStandIn(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.controls = new JsonApi(sandbox.uri(), NO_TOKEN);
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
    controls.post("/_faults", fault).orFail();
  }

  /** All faults end. */
  public void mend() {
    controls.delete("/_faults").orFail();
  }

  /** What it counted so far. */
  public GoogleCalls calls() {
    return GoogleCalls.read(controls.get("/_stats").orFail());
  }

  @Override
  public void close() {
    controls.close();
    sandbox.close();
  }
}
