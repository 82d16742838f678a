package dev.patchbay.connectors.drive;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a <a
 * href="https://developers.google.com/workspace/drive/api/guides/manage-uploads#resumable">resumable
 * upload</a>, by the client's own requests: its uploader tells nobody the address of a session, so
 * that it could be ended.
 */
record Sessions(DriveApi api) {
  private static final String FILES = "upload/drive/v3/files";
  private static final String OPTIONS =
      "?uploadType=resumable&supportsAllDrives=true&fields=" + Entry.FIELDS;
  private static final int INCOMPLETE = 308;
  private static final int CANCELLED = 499;

  /** What came of a part. */
  sealed interface Sent {}

  /** More must follow. */
  record More() implements Sent {}

  /** The file is whole and stands there. */
  record Whole(Entry entry) implements Sent {}

  /** Begins one for a new file, whose description has an id. Returns its address. */
  String ofNew(File description, long length, Deadline deadline) throws StoreFailure {
    return begin(FILES, "POST", description, length, deadline);
  }

  /** Begins one that replaces the content of a file. */
  String ofContent(String id, File description, long length, Deadline deadline)
      throws StoreFailure {
    return begin(FILES + "/" + id, "PATCH", description, length, deadline);
  }

  /** Sends a part; the last one puts the file in its place. */
  Reply<Sent> send(String session, Part part, String mediaType, Deadline deadline)
      throws StoreFailure {
    return api.send(
        "drive.upload.part",
        deadline,
        drive -> {
          var request = request(drive, "PUT", session, part.content(mediaType));
          part.range().ifPresent(request.getHeaders()::setContentRange);
          return sent(request, part);
        });
  }

  /** Whether an upload was ended so that its file never stands there; false if it is not known. */
  boolean cancel(String session, Deadline deadline) throws StoreFailure {
    return api.ask(
        "drive.upload.cancel",
        deadline,
        drive -> {
          var answer =
              request(drive, "DELETE", session, null)
                  .setThrowExceptionOnExecuteError(false)
                  .execute();
          try {
            return answer.getStatusCode() == CANCELLED || answer.isSuccessStatusCode();
          } finally {
            answer.disconnect();
          }
        });
  }

  private String begin(String path, String method, File description, long length, Deadline deadline)
      throws StoreFailure {
    return api.ask(
        "drive.upload.begin",
        deadline,
        drive -> {
          var content = new JsonHttpContent(drive.getJsonFactory(), description);
          var request = request(drive, "POST", drive.getRootUrl() + path + OPTIONS, content);
          request
              .getHeaders()
              .set("X-HTTP-Method-Override", method) // which the transport does not know itself
              .set("X-Upload-Content-Type", description.getMimeType())
              .set("X-Upload-Content-Length", Long.toString(length));
          var answer = answered(request);
          try {
            return Optional.ofNullable(answer.getHeaders().getLocation())
                .orElseThrow(() -> new IOException("no address of an upload"));
          } finally {
            answer.disconnect();
          }
        });
  }

  private static Sent sent(HttpRequest request, Part part) throws IOException {
    var answer = request.setThrowExceptionOnExecuteError(false).execute();
    try {
      if (answer.getStatusCode() != INCOMPLETE) {
        return new Whole(Entry.of(demanded(answer).parseAs(File.class)));
      }
      if (part.last() || !part.received().equals(answer.getHeaders().getRange())) {
        throw new IOException("less was kept than was sent");
      }
      return new More();
    } finally {
      answer.disconnect();
    }
  }

  private static HttpResponse answered(HttpRequest request) throws IOException {
    return demanded(request.setThrowExceptionOnExecuteError(false).execute());
  }

  private static HttpResponse demanded(HttpResponse answer) throws IOException {
    if (answer.isSuccessStatusCode()) {
      return answer;
    }
    throw GoogleJsonResponseException.from(GsonFactory.getDefaultInstance(), answer);
  }

  private static HttpRequest request(
      Drive drive, String method, String url, @Nullable HttpContent content) throws IOException {
    return drive
        .getRequestFactory()
        .buildRequest(method, new GenericUrl(url), content)
        .setParser(drive.getObjectParser());
  }
}
