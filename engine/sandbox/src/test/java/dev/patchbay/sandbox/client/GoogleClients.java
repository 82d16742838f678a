package dev.patchbay.sandbox.client;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.sheets.v4.Sheets;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import dev.patchbay.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The official clients, pointed at a sandbox by their root URL and by the key file, and not changed
 * otherwise.
 *
 * @param key the service account's key file
 */
public record GoogleClients(Sandbox sandbox, String key) {

  public static final String SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets";
  public static final String DRIVE = "https://www.googleapis.com/auth/drive";

  public static GoogleClients of(Sandbox sandbox) {
    return new GoogleClients(sandbox, sandbox.serviceAccountKey());
  }

  public Sheets sheets() {
    return sheets(serviceAccount(SPREADSHEETS));
  }

  public Sheets sheets(GoogleCredentials credentials) {
    return new Sheets.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new HttpCredentialsAdapter(credentials))
        .setRootUrl(sandbox.uri() + "/")
        .setApplicationName("sandbox-test")
        .build();
  }

  public Drive drive() {
    return new Drive.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            new HttpCredentialsAdapter(serviceAccount(DRIVE)))
        .setRootUrl(sandbox.uri() + "/")
        .setApplicationName("sandbox-test")
        .build();
  }

  /** A fresh access token with one scope. */
  public String token(String scope) {
    try {
      return serviceAccount(scope).refreshAccessToken().getTokenValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public GoogleCredentials serviceAccount(String scope) {
    try {
      return ServiceAccountCredentials.fromStream(
              new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)))
          .createScoped(List.of(scope));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
