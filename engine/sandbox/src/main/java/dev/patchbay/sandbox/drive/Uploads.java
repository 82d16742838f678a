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

  private static final int CHUNK = 256 << 10;

  /** A resumable upload under way; {@code fileId} is empty for a new file. */
  private record Session(
      String fileId,
      JsonNode metadata,
      String type,
      Optional<Long> length,
      ByteArrayOutputStream bytes) {}

  private final Library library;
  private final FileChanges changes;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  public Uploads(Library library) {
    this.library = library;
    this.changes = new FileChanges(library);
  }

  /** How many resumable uploads have begun and neither ended nor been cancelled. */
  public int open() {
    return sessions.size();
  }

  public void addTo(Routes routes) {
    String all = "/upload/drive/v3/files";
    routes.add("POST", all, DriveFiles.write("drive.files.create", x -> upload(x, "")));
    routes.add("PUT", all, DriveFiles.write("drive.files.create", this::chunk));
    routes.add(
        "PATCH", all + "/{}", DriveFiles.write("drive.files.update", x -> upload(x, x.name(0))));
    routes.add("PUT", all + "/{}", DriveFiles.write("drive.files.update", this::chunk));
    routes.add("DELETE", all, DriveFiles.write("drive.files.create", this::cancel));
    routes.add("DELETE", all + "/{}", DriveFiles.write("drive.files.update", this::cancel));
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
    JsonNode metadata = exchange.call().json();
    if (!fileId.isEmpty()) {
      DriveFiles.find(library, fileId);
    } else if (library.find(metadata.path("id").asText("")).isPresent()) {
      throw FileChanges.idInUse();
    }
    metadata.path("parents").forEach(parent -> FileChanges.demandParent(library, parent.asText()));
    String type =
        exchange.call().header("x-upload-content-type").orElse("application/octet-stream");
    String id = exchange.moment().fileId();
    Optional<Long> length = exchange.call().header("x-upload-content-length").map(Long::parseLong);
    sessions.put(id, new Session(fileId, metadata, type, length, new ByteArrayOutputStream()));
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
      demandFit(matcher, session, body);
      session.bytes.writeBytes(body.bytes());
    }
    boolean whole =
        !matcher.group(3).equals("*") && session.bytes.size() >= Long.parseLong(matcher.group(3));
    return whole ? finish(exchange, id, session) : resume(session);
  }

  /**
   * A chunk follows the one before, is as long as it says, and ends at 256 KiB unless it is last.
   */
  private static void demandFit(Matcher range, Session session, Body body) {
    long first = Long.parseLong(range.group(1));
    long next = Long.parseLong(range.group(2)) + 1;
    if (first != session.bytes.size()) {
      throw ApiError.drive(
          400, "badRequest", "Invalid request. There were gaps in the upload.", "");
    }
    boolean last = range.group(3).equals(Long.toString(next));
    boolean fits = next - first == body.size() && (last || body.size() % CHUNK == 0);
    boolean agrees =
        session.length.isEmpty()
            || range.group(3).equals("*")
            || range.group(3).equals(session.length.get().toString());
    if (!fits || !agrees) {
      throw ApiError.drive(
          400, "badRequest", "Invalid request. The number of bytes does not fit.", "");
    }
  }

  /** Ends an upload; nobody ever sees its file. Google answers 499 where that went well. */
  private Answer cancel(Exchange exchange) {
    if (sessions.remove(exchange.query().text("upload_id")) == null) {
      throw ApiError.drive(404, "notFound", "Not Found", "");
    }
    return Answer.empty(499);
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
