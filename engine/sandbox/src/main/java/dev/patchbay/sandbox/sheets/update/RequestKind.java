package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of request of a batchUpdate. */
@FunctionalInterface
interface RequestKind {

  /**
   * Applies a request to the draft.
   *
   * @return the reply's content, an empty object when the kind has none
   * @throws dev.patchbay.sandbox.http.ApiError when the request is refused, and with it the batch
   */
  ObjectNode apply(JsonNode request, Batch batch);
}
