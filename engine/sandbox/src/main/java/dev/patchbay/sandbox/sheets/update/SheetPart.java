package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Things that a tab keeps in a list under ids: protected ranges, filter views, banded ranges.
 * Adding, updating and deleting them differ only in names.
 *
 * @param list the member of Sheet that holds them
 * @param member the member of the requests that carries one
 * @param id the member of one that holds its id
 * @param type the message type of one
 * @param completed turns what was sent into what is kept
 */
record SheetPart(
    String list,
    String member,
    String id,
    String type,
    BiFunction<ObjectNode, Batch, ObjectNode> completed) {

  private record Place(Sheet sheet, int index) {}

  ObjectNode add(JsonNode request, Batch batch) {
    JsonNode wanted = request.path(member);
    Sheet sheet = batch.range(wanted.path("range")).sheet();
    int number = wanted.path(id).asInt(0);
    ObjectNode item = Json.object().put(id, number == 0 ? batch.moment().id() : number);
    if (number != 0 && places(batch, number).size() > 0) {
      throw ApiError.invalid("Id " + number + " is already in use.");
    }
    ObjectNode sent = Merge.withoutNulls((ObjectNode) wanted);
    sent.remove(id);
    item.setAll(completed.apply(sent, batch));
    item.set("range", answered(item.path("range")));
    List<ObjectNode> items = new ArrayList<>(sheet.part(list));
    items.add(item);
    sheet.part(list, items);
    ObjectNode reply = Json.object();
    reply.set(member, reply(item));
    return reply;
  }

  ObjectNode update(JsonNode request, Batch batch) {
    FieldMask mask = Batch.fields(request, type);
    JsonNode wanted = request.path(member);
    Place place = require(batch, wanted.path(id).asInt(0));
    List<ObjectNode> items = new ArrayList<>(place.sheet.part(list));
    ObjectNode old = items.get(place.index);
    ObjectNode changed = Merge.masked(old, wanted, mask);
    changed.set(id, old.get(id));
    changed.set("range", answered(changed.path("range")));
    items.set(place.index, changed);
    place.sheet.part(list, items);
    return Json.object();
  }

  /** The id stands under its own name, or as {@code filterId} for views. */
  ObjectNode delete(JsonNode request, Batch batch) {
    int number = request.has(id) ? request.path(id).asInt(0) : request.path("filterId").asInt(0);
    Place place = require(batch, number);
    List<ObjectNode> items = new ArrayList<>(place.sheet.part(list));
    items.remove(place.index);
    place.sheet.part(list, items);
    return Json.object();
  }

  private Place require(Batch batch, int number) {
    List<Place> places = places(batch, number);
    if (places.isEmpty()) {
      throw ApiError.invalid("No " + label() + " with id: " + number);
    }
    return places.getFirst();
  }

  private String label() {
    return member.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
  }

  private List<Place> places(Batch batch, int number) {
    List<Place> places = new ArrayList<>();
    for (Sheet sheet : batch.draft().sheets()) {
      for (int i = 0; i < sheet.part(list).size(); i++) {
        if (sheet.part(list).get(i).path(id).asInt() == number) {
          places.add(new Place(sheet, i));
        }
      }
    }
    return places;
  }

  /** A reply to the creator does not repeat who may edit. */
  private static ObjectNode reply(ObjectNode item) {
    ObjectNode copy = item.deepCopy();
    if (copy.has("editors")) {
      copy.putObject("editors");
    }
    return copy;
  }

  /** Ranges are answered without sheet id 0. */
  private static JsonNode answered(JsonNode range) {
    ObjectNode copy = range.deepCopy();
    if (copy.path("sheetId").asInt(-1) == 0) {
      copy.remove("sheetId");
    }
    return copy;
  }
}
