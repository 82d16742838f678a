package dev.patchbay.sandbox.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.store.FileEntry;
import dev.patchbay.sandbox.store.Library;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** permissions.create, list, get, update and delete. Kept and told, not enforced. */
public final class Permissions {

  private static final FieldMask UNASKED = FieldMask.parse("kind,id,type,role,allowFileDiscovery");
  private static final FieldMask UNASKED_LIST =
      FieldMask.parse("kind,nextPageToken,permissions(kind,id,type,role,allowFileDiscovery)");
  private static final List<String> TYPES = List.of("user", "group", "domain", "anyone");
  private static final List<String> ROLES =
      List.of("owner", "organizer", "fileOrganizer", "writer", "commenter", "reader");

  private final Library library;

  public Permissions(Library library) {
    this.library = library;
  }

  public void addTo(Routes routes) {
    String all = "/drive/v3/files/{}/permissions";
    routes.add("POST", all, DriveFiles.write("drive.permissions.create", this::create));
    routes.add("GET", all, DriveFiles.read("drive.permissions.list", this::list));
    routes.add("GET", all + "/{}", DriveFiles.read("drive.permissions.get", this::get));
    routes.add("PATCH", all + "/{}", DriveFiles.write("drive.permissions.update", this::update));
    routes.add("DELETE", all + "/{}", DriveFiles.write("drive.permissions.delete", this::delete));
  }

  /** The permission id of an account: the same for every file. */
  static String idOf(String email) {
    CRC32 sum = new CRC32();
    sum.update(email.toLowerCase(Locale.ROOT).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return "%020d".formatted(5_000_000_000_000_000_000L + sum.getValue());
  }

  static ObjectNode owner(String email) {
    return Json.object()
        .put("kind", "drive#permission")
        .put("id", idOf(email))
        .put("type", "user")
        .put("emailAddress", email)
        .put("role", "owner")
        .put("displayName", email)
        .put("deleted", false)
        .put("pendingOwner", false);
  }

  private Answer create(Exchange exchange) {
    JsonNode wanted = exchange.call().json();
    String type = known(wanted.path("type").asText(""), TYPES, "permission.type");
    String role = known(wanted.path("role").asText(""), ROLES, "permission.role");
    String email = wanted.path("emailAddress").asText("");
    if (email.isEmpty() && (type.equals("user") || type.equals("group"))) {
      throw ApiError.drive(
          400,
          "invalid",
          "The specified emailAddress is invalid or not applicable for the given permission type.",
          "permission.emailAddress");
    }
    ObjectNode permission = owner(email).put("type", type).put("role", role);
    if (type.equals("anyone")) {
      permission
          .put("id", "anyoneWithLink")
          .put("allowFileDiscovery", wanted.path("allowFileDiscovery").asBoolean());
      permission.remove(List.of("emailAddress", "displayName", "deleted", "pendingOwner"));
    } else if (type.equals("domain")) {
      String domain = wanted.path("domain").asText();
      permission.put("id", idOf(domain) + "k").put("domain", domain).put("displayName", domain);
      permission.remove(List.of("emailAddress", "deleted", "pendingOwner"));
    }
    FileEntry file = DriveFiles.find(library, exchange.name(0));
    replace(file, permission.path("id").asText(), permission);
    return Answer.ok(mask(exchange, permission));
  }

  private Answer list(Exchange exchange) {
    ObjectNode json = Json.object().put("kind", "drive#permissionList");
    ArrayNode items = json.putArray("permissions");
    DriveFiles.find(library, exchange.name(0)).info().path("permissions").forEach(items::add);
    return Answer.ok(DriveFiles.DriveMask.of(exchange).of("PermissionList", UNASKED_LIST, json));
  }

  private Answer get(Exchange exchange) {
    return Answer.ok(mask(exchange, find(exchange)));
  }

  private Answer update(Exchange exchange) {
    ObjectNode changed = find(exchange).deepCopy();
    changed.put(
        "role", known(exchange.call().json().path("role").asText(""), ROLES, "permission.role"));
    replace(DriveFiles.find(library, exchange.name(0)), exchange.name(1), changed);
    return Answer.ok(mask(exchange, changed));
  }

  private Answer delete(Exchange exchange) {
    ObjectNode permission = find(exchange);
    if (permission.path("role").asText().equals("owner")) {
      throw ApiError.drive(
          403,
          "insufficientFilePermissions",
          "The user does not have sufficient permissions for this file.",
          "");
    }
    replace(DriveFiles.find(library, exchange.name(0)), exchange.name(1), null);
    return Answer.empty(204);
  }

  private ObjectNode find(Exchange exchange) {
    for (JsonNode item : DriveFiles.find(library, exchange.name(0)).info().path("permissions")) {
      if (item.path("id").asText().equals(exchange.name(1))) {
        return (ObjectNode) item;
      }
    }
    throw ApiError.drive(
        404, "notFound", "Permission not found: " + exchange.name(1) + ".", "permissionId");
  }

  private static void replace(
      FileEntry file, String id, @org.jspecify.annotations.Nullable ObjectNode permission) {
    ObjectNode info = Json.object();
    info.setAll(file.info());
    ArrayNode kept = info.putArray("permissions");
    file.info()
        .path("permissions")
        .forEach(
            p -> {
              if (!p.path("id").asText().equals(id)) {
                kept.add(p);
              }
            });
    if (permission != null) {
      kept.add(permission);
    }
    file.info(info);
  }

  private static JsonNode mask(Exchange exchange, ObjectNode permission) {
    return DriveFiles.DriveMask.of(exchange).of("Permission", UNASKED, permission);
  }

  private static String known(String name, List<String> names, String parameter) {
    if (!names.contains(name)) {
      throw ApiError.drive(
          400,
          "required",
          "The permission " + parameter.substring(11) + " field is required.",
          parameter);
    }
    return name;
  }
}
