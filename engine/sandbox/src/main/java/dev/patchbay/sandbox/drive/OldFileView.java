package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.store.FileEntry;
import java.time.Instant;
import java.util.Map;

/** A spreadsheet as the resource File of Drive v2. */
final class OldFileView {

  private static final String FILES = "https://www.googleapis.com/drive/v2/files/";
  private static final Map<String, String> EXPORTS =
      Map.of(
          "application/x-vnd.oasis.opendocument.spreadsheet", "ods",
          "text/tab-separated-values", "tsv",
          "application/pdf", "pdf",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
          "text/csv", "csv",
          "application/zip", "zip",
          "application/vnd.oasis.opendocument.spreadsheet", "ods");

  private OldFileView() {}

  static ObjectNode of(FileEntry file) {
    String self = FILES + file.id();
    String owner = file.info().path("owner").asText();
    ObjectNode json = Json.object().put("kind", "drive#file").put("id", file.id());
    json.putObject("userPermission")
        .put("id", "me")
        .put("type", "user")
        .put("role", "owner")
        .put("kind", "drive#permission")
        .put("selfLink", self + "/permissions/me")
        .put("etag", "\"" + Permissions.idOf(file.id()) + "\"")
        .put("pendingOwner", false);
    json.put("selfLink", self)
        .put("title", FileView.name(file))
        .put("mimeType", FileView.mimeType(file));
    json.putArray("ownerNames").add(owner);
    json.put("lastModifyingUserName", owner);
    json.set("lastModifyingUser", user(owner));
    json.putArray("owners").add(user(owner));
    parents(json, file, self);
    links(json, file);
    flags(json);
    times(json, file);
    return json;
  }

  private static ObjectNode user(String email) {
    ObjectNode user =
        Json.object()
            .put("displayName", email)
            .put("kind", "drive#user")
            .put("isAuthenticatedUser", true)
            .put("permissionId", Permissions.idOf(email))
            .put("emailAddress", email);
    user.putObject("picture").put("url", "https://lh3.googleusercontent.com/a/default-user=s64");
    return user;
  }

  private static void parents(ObjectNode json, FileEntry file, String self) {
    var parents = json.putArray("parents");
    file.info()
        .path("parents")
        .forEach(
            p ->
                parents
                    .addObject()
                    .put("selfLink", self + "/parents/" + p.asText())
                    .put("id", p.asText())
                    .put("isRoot", true)
                    .put("kind", "drive#parentReference")
                    .put("parentLink", FILES + p.asText()));
  }

  private static void links(ObjectNode json, FileEntry file) {
    ObjectNode exports = json.putObject("exportLinks");
    EXPORTS.forEach(
        (type, format) ->
            exports.put(
                type,
                "https://docs.google.com/spreadsheets/export?id="
                    + file.id()
                    + "&exportFormat="
                    + format));
    String document = "https://docs.google.com/spreadsheets/d/" + file.id();
    json.put("alternateLink", document + "/edit?usp=drivesdk");
    json.put("embedLink", document + "/htmlembed?ouid=100000000000000000001");
    json.put(
        "thumbnailLink",
        "https://docs.google.com/feeds/vt?gd=true&id=" + file.id() + "&v=1&sz=s220");
    json.put(
        "iconLink",
        "https://drive-thirdparty.googleusercontent.com/16/type/" + FileView.mimeType(file));
  }

  private static void flags(ObjectNode json) {
    json.put("editable", true).put("writersCanShare", true).put("copyable", true);
    json.put("appDataContents", false).put("shared", false).put("explicitlyTrashed", false);
    json.put("copyRequiresWriterPermission", false);
    json.put("fileSize", "1024").put("quotaBytesUsed", "1024");
    json.putArray("spaces").add("drive");
    json.putObject("labels")
        .put("viewed", true)
        .put("restricted", false)
        .put("starred", false)
        .put("hidden", false)
        .put("trashed", false);
    json.putObject("capabilities").put("canEdit", true).put("canCopy", true);
  }

  private static void times(ObjectNode json, FileEntry file) {
    String modified = FileView.time(file.modified());
    json.put("createdDate", FileView.time(Instant.parse(file.info().path("createdTime").asText())));
    json.put("modifiedDate", modified).put("modifiedByMeDate", modified);
    json.put("lastViewedByMeDate", modified);
    json.put("markedViewedByMeDate", "1970-01-01T00:00:00.000Z");
    json.put("etag", "\"" + file.modified().toEpochMilli() + "\"");
    json.put("version", Long.toString(file.version() + 1));
  }
}
