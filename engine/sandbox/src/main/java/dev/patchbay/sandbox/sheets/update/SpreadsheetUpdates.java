package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Exchange;
import dev.patchbay.sandbox.http.FieldMask;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Operation;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.sheets.Scopes;
import dev.patchbay.sandbox.sheets.SpreadsheetView;
import dev.patchbay.sandbox.sheets.model.Limits;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.store.Library;
import java.util.ArrayList;
import java.util.List;

/** spreadsheets.batchUpdate: all requests in order on one draft, published whole or not at all. */
public final class SpreadsheetUpdates {

  private final Library library;

  public SpreadsheetUpdates(Library library) {
    this.library = library;
  }

  public void addTo(Routes routes) {
    routes.add(
        "POST",
        "/v4/spreadsheets/{}:batchUpdate",
        new Operation(
            "spreadsheets.batchUpdate",
            Operation.Kind.SHEETS_WRITE,
            Scopes.SHEETS_WRITE,
            this::batchUpdate));
  }

  private Answer batchUpdate(Exchange exchange) {
    JsonNode body = exchange.body("BatchUpdateSpreadsheetRequest");
    FieldMask mask = exchange.mask("BatchUpdateSpreadsheetResponse");
    JsonNode requests = body.path("requests");
    checkCount(requests);
    ObjectNode json =
        library
            .get(exchange.name(0))
            .edit(exchange.moment().now(), draft -> apply(exchange, draft, body, mask));
    return Answer.ok(mask.apply(json));
  }

  private static void checkCount(JsonNode requests) {
    if (requests.isEmpty()) {
      throw ApiError.invalid("Must specify at least one request.");
    }
    if (requests.size() > Limits.REQUESTS) {
      throw ApiError.invalid("Cannot exceed " + Limits.REQUESTS + " requests in a single batch.");
    }
  }

  private static ObjectNode apply(
      Exchange exchange, Spreadsheet draft, JsonNode body, FieldMask mask) {
    Batch batch = new Batch(draft, exchange.moment(), exchange.caller());
    ObjectNode json = Json.object().put("spreadsheetId", draft.id());
    List<ObjectNode> replies = new ArrayList<>();
    JsonNode requests = body.path("requests");
    for (int i = 0; i < requests.size(); i++) {
      replies.add(applyOne(requests.get(i), i, batch));
    }
    json.putArray("replies").addAll(replies);
    if (body.path("includeSpreadsheetInResponse").asBoolean()) {
      List<String> ranges = new ArrayList<>();
      body.path("responseRanges").forEach(r -> ranges.add(r.asText()));
      boolean data = body.path("responseIncludeGridData").asBoolean();
      SpreadsheetView view =
          new SpreadsheetView(
              draft, mask.child("updatedSpreadsheet"), data, exchange.moment().now());
      json.set("updatedSpreadsheet", view.ofRanges(ranges));
    }
    return json;
  }

  private static ObjectNode applyOne(JsonNode request, int index, Batch batch) {
    List<String> names = new ArrayList<>();
    request
        .properties()
        .forEach(
            e -> {
              if (!e.getValue().isNull()) {
                names.add(e.getKey());
              }
            });
    if (names.size() != 1) {
      throw ApiError.invalid(
          "Invalid requests[%d]: Must specify exactly one request kind, found %d."
              .formatted(index, names.size()));
    }
    String name = names.getFirst();
    try {
      ObjectNode reply = RequestKinds.get(name).apply(request.get(name), batch);
      boolean replies = !reply.isEmpty() || RequestKinds.alwaysReplies(name);
      return replies ? Json.object().set(name, reply) : reply;
    } catch (ApiError e) {
      throw e.about("requests[" + index + "]." + name);
    }
  }
}
