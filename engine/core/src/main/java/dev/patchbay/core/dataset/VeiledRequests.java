package dev.patchbay.core.dataset;

import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.RequestModel;
import dev.patchbay.core.readmodel.RequestQuery;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests as one caller is shown them: the only way to read them. What is hidden neither leaves
 * nor chooses, sorts or counts. Thread-safe.
 */
public record VeiledRequests(RequestModel all, Veil veil) {
  /** How the model stands. */
  public RequestModel.Standing standing() {
    return all.standing();
  }

  /**
   * One page of what {@link RequestUses} refuses nothing of.
   *
   * @throws IllegalArgumentException if the cursor is none
   */
  public RequestModel.Seen<RequestOverview> page(
      RequestFilter filter, RequestSort sort, @Nullable String cursor, int limit) {
    var seen = all.page(query(filter, sort), cursor, limit);
    var body = seen.body();
    var shown = body.items().stream().map(this::shown).toList();
    return new RequestModel.Seen<>(
        seen.standing(), new RequestOverview(body.asOf(), shown, body.next()));
  }

  /** Counts of what {@link RequestUses} refuses nothing of. */
  public RequestModel.Seen<RequestSummary> summary(CountFilter filter) {
    demandNone(RequestUses.refused(veil, filter));
    var seen = all.summary(filter);
    return new RequestModel.Seen<>(seen.standing(), new VeiledCounts(veil).of(seen.body()));
  }

  private RequestQuery query(RequestFilter filter, RequestSort sort) {
    demandNone(RequestUses.refused(veil, filter, sort));
    var query = RequestQuery.of(filter, sort);
    return query.words() == null ? query : query.lookingFor(RequestUses.shown(veil, query.words()));
  }

  private static void demandNone(List<FieldUse> refused) {
    if (!refused.isEmpty()) {
      throw new IllegalStateException("hidden fields are used: " + refused);
    }
  }

  private RequestView shown(RequestView request) {
    if (veil.showsAll()) {
      return request;
    }
    return new RequestView(
        request.id(), // never hidden: rows are found and paged by it
        veil.text("title", request.title()),
        veil.text("status", request.status()),
        veil.text("category", request.category()),
        veil.text("assignee", request.assignee()),
        veil.text("description", request.description()),
        veil.text("address", request.address()),
        veil.other("requestedAt", request.requestedAt()),
        veil.other("updatedAt", request.updatedAt()),
        veil.values(request.more()));
  }
}
