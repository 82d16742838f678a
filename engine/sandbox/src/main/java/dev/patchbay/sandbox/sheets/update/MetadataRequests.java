package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.DataFilters;
import dev.patchbay.sandbox.sheets.MetadataPlaces;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Metadata;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import java.util.LinkedHashSet;
import java.util.Set;

/** createDeveloperMetadata, updateDeveloperMetadata and deleteDeveloperMetadata. */
final class MetadataRequests {

  private MetadataRequests() {}

  static ObjectNode create(JsonNode request, Batch batch) {
    Spreadsheet draft = batch.draft();
    JsonNode wanted = request.path("developerMetadata");
    Metadata item =
        new Metadata(
            id(wanted, batch),
            required(wanted, "metadataKey"),
            wanted.path("metadataValue").asText(""),
            visibility(required(wanted, "visibility")),
            place(draft, wanted.path("location")));
    draft.metadata().put(item.id(), item);
    checkStorage(draft, item);
    ObjectNode reply = Json.object();
    reply.set("developerMetadata", item.toJson());
    return reply;
  }

  private static int id(JsonNode wanted, Batch batch) {
    if (wanted.hasNonNull("metadataId")) {
      int id = wanted.get("metadataId").asInt();
      if (id <= 0) {
        throw ApiError.invalid("Invalid metadataId: " + id + ". It must be positive.");
      }
      if (batch.draft().metadata().containsKey(id)) {
        throw ApiError.invalid("Developer metadata with ID " + id + " already exists.");
      }
      return id;
    }
    int id = batch.moment().id();
    while (batch.draft().metadata().containsKey(id)) {
      id = batch.moment().id();
    }
    return id;
  }

  static ObjectNode update(JsonNode request, Batch batch) {
    FieldMask mask = Batch.fields(request, "DeveloperMetadata");
    Spreadsheet draft = batch.draft();
    JsonNode wanted = request.path("developerMetadata");
    ArrayNode changed = Json.array();
    for (Metadata old : matches(request, draft)) {
      Metadata item =
          new Metadata(
              old.id(),
              mask.wants("metadataKey") && wanted.has("metadataKey")
                  ? required(wanted, "metadataKey")
                  : old.key(),
              mask.wants("metadataValue") ? wanted.path("metadataValue").asText("") : old.value(),
              mask.wants("visibility") && wanted.has("visibility")
                  ? visibility(wanted.get("visibility").asText())
                  : old.visibility(),
              mask.wants("location") && wanted.has("location")
                  ? place(draft, wanted.get("location"))
                  : old.place());
      draft.metadata().put(item.id(), item);
      checkStorage(draft, item);
      changed.add(item.toJson());
    }
    ObjectNode reply = Json.object();
    if (!changed.isEmpty()) {
      reply.set("developerMetadata", changed);
    }
    return reply;
  }

  static ObjectNode delete(JsonNode request, Batch batch) {
    Spreadsheet draft = batch.draft();
    ArrayNode deleted = Json.array();
    for (Metadata item : DataFilters.metadata(draft, request.path("dataFilter"))) {
      draft.metadata().remove(item.id());
      deleted.add(item.toJson());
    }
    ObjectNode reply = Json.object();
    if (!deleted.isEmpty()) {
      reply.set("deletedDeveloperMetadata", deleted);
    }
    return reply;
  }

  private static Set<Metadata> matches(JsonNode request, Spreadsheet draft) {
    Set<Metadata> matches = new LinkedHashSet<>();
    request.path("dataFilters").forEach(f -> matches.addAll(DataFilters.metadata(draft, f)));
    return matches;
  }

  private static String required(JsonNode wanted, String field) {
    String text = wanted.path(field).asText("");
    if (text.isEmpty()) {
      throw ApiError.invalid("developerMetadata." + field + " must be specified.");
    }
    return text;
  }

  private static String visibility(String name) {
    if (!name.equals("DOCUMENT") && !name.equals("PROJECT")) {
      throw ApiError.invalid("developerMetadata.visibility must be DOCUMENT or PROJECT.");
    }
    return name;
  }

  private static Metadata.Place place(Spreadsheet draft, JsonNode location) {
    Metadata.Place place = MetadataPlaces.read(location);
    switch (place) {
      case Metadata.WholeFile() -> {}
      case Metadata.WholeSheet(var sheetId) -> draft.sheet(sheetId);
      case Metadata.Line line -> {
        Sheet sheet = draft.sheet(line.sheetId());
        if (line.index() < 0 || line.index() >= sheet.length(line.dimension())) {
          throw ApiError.invalid("The dimension range lies outside the grid.");
        }
      }
    }
    return place;
  }

  /** 30,000 characters of keys and values for the spreadsheet itself, and as many for each tab. */
  private static void checkStorage(Spreadsheet draft, Metadata added) {
    long size =
        draft.metadata().values().stream()
            .filter(m -> m.sheetId().equals(added.sheetId()))
            .mapToLong(Metadata::size)
            .sum();
    if (size > Limits.METADATA_TEXT) {
      throw ApiError.invalid(
          "Developer metadata exceeds the storage limit of "
              + Limits.METADATA_TEXT
              + " characters.");
    }
  }
}
