package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.sheets.Scopes;
import dev.patchbay.sandbox.store.FileEntry;
import dev.patchbay.sandbox.store.Library;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** files.create, get, list, update, copy, delete and export. */
public final class DriveFiles {

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  private final Library library;
  private final FileChanges changes;

  public DriveFiles(Library library) {
    this.library = library;
    this.changes = new FileChanges(library);
  }

  public void addTo(Routes routes) {
    String all = "/drive/v3/files";
    routes.add("POST", all, write("drive.files.create", this::create));
    routes.add("GET", all, read("drive.files.list", this::list));
    routes.add(
        "GET", all + "/generateIds", read("drive.files.generateIds", DriveFiles::generateIds));
    routes.add("GET", all + "/{}", read("drive.files.get", this::get));
    routes.add("GET", "/download" + all + "/{}", read("drive.files.get", this::get));
    routes.add("PATCH", all + "/{}", write("drive.files.update", this::update));
    routes.add("POST", all + "/{}/copy", write("drive.files.copy", this::copy));
    routes.add("DELETE", all + "/{}", write("drive.files.delete", this::delete));
    routes.add("GET", all + "/{}/export", read("drive.files.export", this::export));
  }

  static Operation read(String name, Operation.Handler handler) {
    return new Operation(name, Operation.Kind.DRIVE_READ, Scopes.DRIVE_READ, handler);
  }

  static Operation write(String name, Operation.Handler handler) {
    return new Operation(name, Operation.Kind.DRIVE_WRITE, Scopes.DRIVE_WRITE, handler);
  }

  private Answer create(Exchange exchange) {
    JsonNode wanted = exchange.call().json();
    FileEntry file = changes.create(wanted, Media.NONE, exchange);
    return Answer.ok(DriveMask.of(exchange).file(FileView.of(file)));
  }

  private static Answer generateIds(Exchange exchange) {
    String count = exchange.query().text("count");
    int wanted = count.matches("\\d{1,4}") ? Integer.parseInt(count) : 10;
    if (wanted < 1 || wanted > LARGEST_PAGE) {
      throw ApiError.drive(400, "invalid", "Invalid value '" + count + "'.", "count");
    }
    ObjectNode json = Json.object().put("kind", "drive#generatedIds").put("space", "drive");
    ArrayNode ids = json.putArray("ids");
    for (int i = 0; i < wanted; i++) {
      ids.add(exchange.moment().fileId());
    }
    return Answer.ok(json);
  }

  private Answer get(Exchange exchange) {
    FileEntry file = find(library, exchange.name(0));
    if (exchange.query().text("alt").equals("media")) {
      if (file.spreadsheet().isPresent()) {
        throw ApiError.drive(
            403,
            "fileNotDownloadable",
            "Only files with binary content can be downloaded. Use Export with Docs Editors files.",
            "alt");
      }
      return Answer.bytes(FileView.mimeType(file), Body.of(file.content().bytes()));
    }
    return Answer.ok(DriveMask.of(exchange).file(FileView.of(file)));
  }

  private Answer update(Exchange exchange) {
    FileEntry file = find(library, exchange.name(0));
    changes.update(file, exchange.call().json(), exchange);
    return Answer.ok(DriveMask.of(exchange).file(FileView.of(file)));
  }

  private Answer copy(Exchange exchange) {
    FileEntry file = find(library, exchange.name(0));
    FileEntry copy = changes.copy(file, exchange.call().json(), exchange);
    return Answer.ok(DriveMask.of(exchange).file(FileView.of(copy)));
  }

  private Answer delete(Exchange exchange) {
    find(library, exchange.name(0));
    remove(exchange.name(0));
    return Answer.empty(204);
  }

  /** With a folder goes what is in it. */
  private void remove(String id) {
    library.remove(id);
    for (FileEntry file : library.all()) {
      for (JsonNode parent : file.info().path("parents")) {
        if (parent.asText().equals(id)) {
          remove(file.id());
        }
      }
    }
  }

  private Answer export(Exchange exchange) {
    FileEntry file = find(library, exchange.name(0));
    return CsvExport.answer(file, exchange.query().text("mimeType"), exchange.moment().now());
  }

  private Answer list(Exchange exchange) {
    String q = exchange.query().text("q");
    Predicate<JsonNode> query = DriveQuery.parse(q);
    DriveQuery.parents(q).forEach(parent -> FileChanges.demandParent(library, parent));
    int size = size(exchange.query().text("pageSize"));
    int start = start(exchange.query().text("pageToken"));
    List<ObjectNode> found = new ArrayList<>();
    for (FileEntry file : library.all().reversed()) {
      ObjectNode view = FileView.of(file);
      if (query.test(view)) {
        found.add(view);
      }
    }
    order(found, exchange.query().text("orderBy"));
    return Answer.ok(page(found, start, size, DriveMask.of(exchange)));
  }

  private static JsonNode page(List<ObjectNode> found, int start, int size, DriveMask mask) {
    ObjectNode json = Json.object();
    int end = Math.min(found.size(), start + size);
    if (end < found.size()) {
      json.put("nextPageToken", "~!!~" + end);
    }
    json.put("kind", "drive#fileList").put("incompleteSearch", false);
    ArrayNode files = json.putArray("files");
    for (int i = start; i < end; i++) {
      files.add(found.get(i));
    }
    return mask.list(json);
  }

  private static void order(List<ObjectNode> found, String orderBy) {
    for (String key : List.of(orderBy.split(",", -1)).reversed()) {
      String[] words = key.trim().split(" ", -1);
      if (!words[0].isEmpty()) {
        Comparator<ObjectNode> order = Comparator.comparing(f -> f.path(words[0]).asText(""));
        found.sort(words.length > 1 && words[1].equals("desc") ? order.reversed() : order);
      }
    }
  }

  private static int size(String text) {
    return text.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(text), 1, LARGEST_PAGE) : PAGE;
  }

  private static int start(String token) {
    if (token.isEmpty()) {
      return 0;
    }
    if (!token.matches("~!!~\\d{1,9}")) {
      throw ApiError.drive(400, "invalid", "Invalid Value", "pageToken");
    }
    return Integer.parseInt(token.substring(4));
  }

  static FileEntry find(Library library, String id) {
    return library.find(id).orElseThrow(() -> ApiError.fileNotFound(id));
  }

  /** The selection of a call, with the few fields that Drive answers unasked. */
  record DriveMask(FieldMask asked, boolean given) {

    private static final FieldMask FILE = FieldMask.parse("kind,id,name,mimeType");
    private static final FieldMask LIST =
        FieldMask.parse("kind,nextPageToken,incompleteSearch,files(kind,id,name,mimeType)");

    static DriveMask of(Exchange exchange) {
      return new DriveMask(exchange.call().mask(), !exchange.query().text("fields").isEmpty());
    }

    JsonNode file(ObjectNode file) {
      return checked("File", FILE).apply(file);
    }

    JsonNode list(ObjectNode list) {
      return checked("FileList", LIST).apply(list);
    }

    JsonNode of(String type, FieldMask unasked, ObjectNode json) {
      return checked(type, unasked).apply(json);
    }

    private FieldMask checked(String type, FieldMask unasked) {
      try {
        dev.patchbay.sandbox.http.Schema.DRIVE.check(type, asked);
      } catch (ApiError _) {
        String first = asked.paths().getFirst();
        throw ApiError.drive(400, "invalidParameter", "Invalid field selection " + first, "fields");
      }
      return given ? asked : unasked;
    }
  }
}
