package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.store.FileEntry;
import dev.patchbay.sandbox.store.Library;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uploads with content: simple, multipart and resumable, to new and to existing files.
 *
 * @see <a
 *     href="https://developers.google.com/workspace/drive/api/guides/manage-uploads">Uploads</a>
 */
public final class Uploads {

  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+|\\*)");

  /** A resumable upload under way; {@code fileId} is empty for a new file. */
  private record Session(
      String fileId, JsonNode metadata, String type, ByteArrayOutputStream bytes) {}

  private final Library library;
  private final FileChanges changes;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  public Uploads(Library library) {
    this.library = library;
    this.changes = new FileChanges(library);
  }

  public void addTo(Routes routes) {
    String all = "/upload/drive/v3/files";
    routes.add("POST", all, DriveFiles.write("drive.files.create", x -> upload(x, "")));
    routes.add("PUT", all, DriveFiles.write("drive.files.create", this::chunk));
    routes.add(
        "PATCH", all + "/{}", DriveFiles.write("drive.files.update", x -> upload(x, x.name(0))));
    routes.add("PUT", all + "/{}", DriveFiles.write("drive.files.update", this::chunk));
    routes.add(
        "PUT",
        "/upload/drive/v2/files/{}",
        DriveFiles.write("drive.files.update", this::oldUpdate));
  }

  private Answer upload(Exchange exchange, String fileId) {
    String contentType = exchange.call().header("content-type").orElse("application/octet-stream");
    return switch (exchange.query().text("uploadType")) {
      case "media" ->
          done(exchange, fileId, Json.object(), Media.of(contentType, exchange.call().body()));
      case "multipart" -> {
        Multipart parts = Multipart.parse(contentType, exchange.call().body());
        yield done(exchange, fileId, parts.metadata(), parts.media());
      }
      case "resumable" -> start(exchange, fileId);
      default ->
          throw ApiError.drive(400, "badRequest", "Bad Request: unknown uploadType.", "uploadType");
    };
  }

  private Answer start(Exchange exchange, String fileId) {
    if (!fileId.isEmpty()) {
      DriveFiles.find(library, fileId);
    }
    String type =
        exchange.call().header("x-upload-content-type").orElse("application/octet-stream");
    String id = exchange.moment().fileId();
    sessions.put(
        id, new Session(fileId, exchange.call().json(), type, new ByteArrayOutputStream()));
    String host = exchange.call().header("host").orElse("127.0.0.1");
    String fields = exchange.query().first("fields").map(f -> "&fields=" + f).orElse("");
    String location =
        "http://"
            + host
            + exchange.call().path()
            + "?uploadType=resumable&upload_id="
            + id
            + fields;
    return Answer.empty(200).with("Location", location).with("X-GUploader-UploadID", id);
  }

  /** One chunk of a resumable upload, or a question how far it got. */
  private Answer chunk(Exchange exchange) {
    String id = exchange.query().text("upload_id");
    Session session =
        Optional.ofNullable(sessions.get(id))
            .orElseThrow(() -> ApiError.drive(404, "notFound", "Not Found", ""));
    String range = exchange.call().header("content-range").orElse("");
    Body body = exchange.call().body();
    if (range.isEmpty()) {
      session.bytes.reset();
      session.bytes.writeBytes(body.bytes());
      return finish(exchange, id, session);
    }
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches()) {
      throw ApiError.drive(400, "badRequest", "Failed to parse Content-Range header.", "");
    }
    if (matcher.group(1) != null) {
      if (Long.parseLong(matcher.group(1)) != session.bytes.size()) {
        throw ApiError.drive(
            400, "badRequest", "Invalid request. There were gaps in the upload.", "");
      }
      session.bytes.writeBytes(body.bytes());
    }
    boolean whole =
        !matcher.group(3).equals("*") && session.bytes.size() >= Long.parseLong(matcher.group(3));
    return whole ? finish(exchange, id, session) : resume(session);
  }

  private static Answer resume(Session session) {
    int size = session.bytes.size();
    Answer answer = Answer.empty(308);
    return size == 0 ? answer : answer.with("Range", "bytes=0-" + (size - 1));
  }

  private Answer finish(Exchange exchange, String id, Session session) {
    sessions.remove(id);
    Media media = Media.of(session.type, Body.of(session.bytes.toByteArray()));
    return done(exchange, session.fileId, session.metadata, media);
  }

  private Answer done(Exchange exchange, String fileId, JsonNode metadata, Media media) {
    FileEntry file = store(exchange, fileId, metadata, media);
    return Answer.ok(DriveFiles.DriveMask.of(exchange).file(FileView.of(file)));
  }

  private FileEntry store(Exchange exchange, String fileId, JsonNode metadata, Media media) {
    if (fileId.isEmpty()) {
      return changes.create(metadata, media, exchange);
    }
    FileEntry file = DriveFiles.find(library, fileId);
    changes.content(file, media, exchange);
    changes.update(file, metadata, exchange);
    return file;
  }

  /** files.update of Drive v2, which older clients still use to import tables. */
  private Answer oldUpdate(Exchange exchange) {
    String type = exchange.call().header("content-type").orElse("text/csv");
    Media sent = Media.of(type, exchange.call().body());
    Media media = sent.isTable() ? sent : Media.of("text/csv", exchange.call().body());
    FileEntry file = DriveFiles.find(library, exchange.name(0));
    changes.content(file, exchange.query().flag("convert") ? media : sent, exchange);
    return Answer.ok(OldFileView.of(file));
  }
}
