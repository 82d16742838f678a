package dev.patchbay.core.readmodel;

import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import org.jspecify.annotations.Nullable;

/**
 * Which requests, and in which order.
 *
 * @param words that are looked for, in place of the text of the filter; null for none
 */
public record RequestQuery(RequestFilter filter, RequestSort sort, @Nullable Words words) {
  /** A query that looks everywhere. */
  public static RequestQuery of(RequestFilter filter, RequestSort sort) {
    var words = filter.text() == null ? null : Words.anywhere(filter.text());
    return new RequestQuery(filter, sort, words);
  }

  /** The same, and these words are looked for. */
  public RequestQuery lookingFor(Words other) {
    return new RequestQuery(filter, sort, other);
  }
}
