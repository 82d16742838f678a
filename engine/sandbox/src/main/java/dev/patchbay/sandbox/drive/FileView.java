package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.Content;
import dev.patchbay.sandbox.store.FileEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A file as the resource File of Drive v3. */
final class FileView {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final List<String> STORED =
      List.of(
          "parents",
          "description",
          "properties",
          "appProperties",
          "writersCanShare",
          "copyRequiresWriterPermission");

  private FileView() {}

  static ObjectNode of(FileEntry file) {
    ObjectNode info = file.info();
    ObjectNode json =
        Json.object()
            .put("kind", "drive#file")
            .put("id", file.id())
            .put("name", name(file))
            .put("mimeType", mimeType(file))
            .put("starred", info.path("starred").asBoolean())
            .put("trashed", info.path("trashed").asBoolean())
            .put("explicitlyTrashed", info.path("trashed").asBoolean())
            .put("version", Long.toString(file.version() + 1))
            .put("createdTime", time(Instant.parse(info.path("createdTime").asText())))
            .put("modifiedTime", time(file.modified()))
            .put("ownedByMe", true)
            .put("viewedByMe", true)
            .put("shared", info.path("permissions").size() > 1);
    STORED.stream().filter(info::has).forEach(name -> json.set(name, info.get(name)));
    json.putArray("spaces").add("drive");
    json.putArray("owners").add(owner(info));
    json.set("lastModifyingUser", owner(info));
    if (info.has("permissions")) {
      json.set("permissions", info.get("permissions"));
      info.get("permissions").forEach(p -> json.withArray("permissionIds").add(p.path("id")));
    }
    kind(file, json);
    return json;
  }

  private static void kind(FileEntry file, ObjectNode json) {
    if (file.spreadsheet().isPresent()) {
      json.put("webViewLink", file.spreadsheet().get().url() + "?usp=drivesdk");
      json.put("size", "1024").put("quotaBytesUsed", "1024");
      return;
    }
    if (mimeType(file).startsWith("application/vnd.google-apps.")) {
      json.put("webViewLink", "https://drive.google.com/drive/folders/" + file.id());
      json.put("quotaBytesUsed", "0");
      return;
    }
    Content content = file.content();
    json.put("size", Integer.toString(content.bytes().length));
    json.put("quotaBytesUsed", Integer.toString(content.bytes().length));
    json.put("md5Checksum", content.md5()).put("sha256Checksum", content.sha256());
    json.put("webViewLink", "https://drive.google.com/file/d/" + file.id() + "/view?usp=drivesdk");
  }

  static String name(FileEntry file) {
    return file.spreadsheet()
        .map(Spreadsheet::title)
        .orElse(file.info().path("name").asText("Untitled"));
  }

  static String mimeType(FileEntry file) {
    return file.info().path("mimeType").asText("application/octet-stream");
  }

  static String time(Instant instant) {
    return MILLIS.format(instant);
  }

  static ObjectNode owner(ObjectNode info) {
    String email = info.path("owner").asText();
    return Json.object()
        .put("kind", "drive#user")
        .put("displayName", email)
        .put("me", true)
        .put("permissionId", Permissions.idOf(email))
        .put("emailAddress", email);
  }
}
