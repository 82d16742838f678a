package dev.patchbay.core.readmodel;

import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which requests, and in which order.
 *
 * @param words where the words of the filter are looked for
 */
public record RequestQuery(RequestFilter filter, RequestSort sort, Set<Text> words) {
  public RequestQuery {
    words = Set.copyOf(words);
  }

  /** A query that looks everywhere. */
  public static RequestQuery of(RequestFilter filter, RequestSort sort) {
    return new RequestQuery(filter, sort, EnumSet.allOf(Text.class));
  }

  /** Whether words are looked for everywhere. */
  public boolean looksEverywhere() {
    return words.size() == Text.values().length;
  }

  /** Texts of a request that are looked into. */
  public enum Text {
    TITLE("title"),
    DESCRIPTION("description"),
    ADDRESS("address");

    private final String field;

    Text(String field) {
      this.field = field;
    }

    /** The field that it is. */
    public String field() {
      return field;
    }
  }
}
