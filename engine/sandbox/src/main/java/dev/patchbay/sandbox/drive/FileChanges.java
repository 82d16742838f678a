package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.NewSpreadsheets;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.FileEntry;
import dev.patchbay.sandbox.store.Library;
import java.util.List;

/** Makes and changes files from the metadata and content that a call brings. */
final class FileChanges {

  private static final List<String> SETTABLE =
      List.of(
          "description",
          "properties",
          "appProperties",
          "starred",
          "trashed",
          "writersCanShare",
          "parents");

  private static final String MY_DRIVE = "0AGIJ7XFn4BojUk9PVA";

  private final Library library;

  FileChanges(Library library) {
    this.library = library;
  }

  static ApiError idInUse() {
    return ApiError.drive(409, "fileIdInUse", "A file already exists with the provided ID.", "");
  }

  /** Refuses a folder that is not there. */
  static void demandParent(Library library, String id) {
    if (!id.equals("root") && !id.equals(MY_DRIVE) && library.find(id).isEmpty()) {
      throw ApiError.fileNotFound(id);
    }
  }

  FileEntry create(JsonNode wanted, Media media, Exchange exchange) {
    String id = wanted.hasNonNull("id") ? wanted.get("id").asText() : exchange.moment().fileId();
    if (library.find(id).isPresent()) {
      throw idInUse();
    }
    wanted.path("parents").forEach(parent -> demandParent(library, parent.asText()));
    String name = wanted.path("name").asText("Untitled");
    String mimeType =
        wanted
            .path("mimeType")
            .asText(media.present() ? media.contentType() : "application/octet-stream");
    FileEntry file;
    if (mimeType.equals(FileEntry.SPREADSHEET)) {
      file =
          NewSpreadsheets.file(
              spreadsheet(id, name, media, exchange), exchange.caller().email(), exchange.moment());
    } else {
      ObjectNode info =
          Json.object()
              .put("mimeType", mimeType)
              .put("name", name)
              .put("createdTime", exchange.moment().now().toString())
              .put("owner", exchange.caller().email());
      file = new FileEntry(id, info, null, media.body().bytes(), exchange.moment().now());
    }
    file.info(described(file.info(), wanted, exchange));
    library.add(file);
    return file;
  }

  private static Spreadsheet spreadsheet(String id, String name, Media media, Exchange exchange) {
    if (!media.present()) {
      return NewSpreadsheets.blank(id, name, exchange.moment());
    }
    if (!media.isTable()) {
      throw ApiError.drive(
          400, "badRequest", "Bad Request: only CSV and TSV can be converted here.", "");
    }
    return CsvImport.spreadsheet(id, name, media, exchange.moment());
  }

  private static ObjectNode described(ObjectNode info, JsonNode wanted, Exchange exchange) {
    ObjectNode changed = Json.object();
    changed.setAll(info);
    SETTABLE.stream()
        .filter(wanted::hasNonNull)
        .forEach(field -> changed.set(field, wanted.get(field)));
    if (!changed.has("parents")) {
      changed.putArray("parents").add(MY_DRIVE);
    }
    if (!changed.has("permissions")) {
      changed.putArray("permissions").add(Permissions.owner(exchange.caller().email()));
    }
    return changed;
  }

  void update(FileEntry file, JsonNode wanted, Exchange exchange) {
    ObjectNode changed = described(file.info(), wanted, exchange);
    parents(changed, exchange);
    if (wanted.hasNonNull("name")) {
      changed.set("name", wanted.get("name"));
      if (file.spreadsheet().isPresent()) {
        file.edit(exchange.moment().now(), draft -> rename(draft, wanted.get("name").asText()));
      }
    }
    if (wanted.hasNonNull("mimeType") && file.spreadsheet().isEmpty()) {
      changed.set("mimeType", wanted.get("mimeType"));
    }
    file.info(changed);
  }

  private static Spreadsheet rename(Spreadsheet draft, String title) {
    ObjectNode properties = Json.object();
    properties.setAll(draft.properties());
    draft.properties(properties.put("title", title));
    return draft;
  }

  private static void parents(ObjectNode info, Exchange exchange) {
    List<String> removed = List.of(exchange.query().text("removeParents").split(",", -1));
    List<String> added = List.of(exchange.query().text("addParents").split(",", -1));
    var parents = Json.array();
    info.path("parents")
        .forEach(
            p -> {
              if (!removed.contains(p.asText()) && !added.contains(p.asText())) {
                parents.add(p);
              }
            });
    added.stream().filter(p -> !p.isEmpty()).forEach(parents::add);
    info.set("parents", parents);
  }

  /** Replaces the content; a table uploaded to a spreadsheet is converted. */
  void content(FileEntry file, Media media, Exchange exchange) {
    if (file.spreadsheet().isEmpty()) {
      file.content(media.body().bytes(), exchange.moment().now());
      return;
    }
    if (!media.isTable()) {
      throw ApiError.drive(
          400, "badRequest", "Bad Request: only CSV and TSV can be converted here.", "");
    }
    Spreadsheet table =
        CsvImport.spreadsheet(file.id(), FileView.name(file), media, exchange.moment());
    file.publish(table, exchange.moment().now());
  }

  FileEntry copy(FileEntry source, JsonNode wanted, Exchange exchange) {
    String id = exchange.moment().fileId();
    String name = wanted.path("name").asText("Copy of " + FileView.name(source));
    ObjectNode info = Json.object();
    info.setAll(source.info());
    info.put("id", id).put("name", name).put("createdTime", exchange.moment().now().toString());
    info.put("owner", exchange.caller().email());
    info.putArray("permissions").add(Permissions.owner(exchange.caller().email()));
    Spreadsheet spreadsheet = source.spreadsheet().map(s -> rename(s.copy(id), name)).orElse(null);
    FileEntry copy =
        new FileEntry(id, info, spreadsheet, source.content().bytes(), exchange.moment().now());
    copy.info(described(info, wanted, exchange));
    library.add(copy);
    return copy;
  }
}
