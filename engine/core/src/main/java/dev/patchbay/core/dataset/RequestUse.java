package dev.patchbay.core.dataset;

import dev.patchbay.core.readmodel.RequestQuery;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a question uses a field for.
 *
 * @param parameter component of the filter, or {@code sort}
 * @param field that it looks at
 */
public record RequestUse(String parameter, String field) {
  private static final String ASKED = "requestedAt";

  /** Uses of fields that are hidden: the answer would tell what is in them. */
  public static List<RequestUse> refused(Veil veil, RequestFilter filter, RequestSort sort) {
    return Stream.of(filtering(filter), sorting(sort), searching(veil, filter))
        .flatMap(List::stream)
        .filter(use -> veil.hides(use.field()))
        .toList();
  }

  /** The same of a question for counts. */
  public static List<RequestUse> refused(Veil veil, CountFilter filter) {
    var uses = new ArrayList<RequestUse>();
    add(uses, !filter.status().isEmpty(), "status", "status");
    add(uses, !filter.category().isEmpty(), "category", "category");
    add(uses, filter.from() != null, "from", ASKED);
    add(uses, filter.to() != null, "to", ASKED);
    return uses.stream().filter(use -> veil.hides(use.field())).toList();
  }

  /** All uses of a question that is answered. */
  public static List<RequestUse> of(Veil veil, RequestFilter filter, RequestSort sort) {
    var searched =
        filter.text() == null
            ? Stream.<RequestUse>empty()
            : Stream.of(RequestQuery.Text.values())
                .map(text -> new RequestUse("text", text.field()))
                .filter(use -> !veil.hides(use.field()));
    return Stream.concat(
            Stream.of(filtering(filter), sorting(sort)).flatMap(List::stream), searched)
        .toList();
  }

  private static List<RequestUse> filtering(RequestFilter filter) {
    var uses = new ArrayList<RequestUse>();
    add(uses, !filter.status().isEmpty(), "status", "status");
    add(uses, !filter.category().isEmpty(), "category", "category");
    add(uses, !filter.assignee().isEmpty(), "assignee", "assignee");
    add(uses, filter.from() != null, "from", ASKED);
    add(uses, filter.to() != null, "to", ASKED);
    return uses;
  }

  private static List<RequestUse> sorting(RequestSort sort) {
    return switch (sort) {
      case NEWEST, OLDEST -> List.of(new RequestUse("sort", ASKED));
      case LAST_CHANGED, FIRST_CHANGED -> List.of(new RequestUse("sort", "updatedAt"));
      case ID -> List.of();
    };
  }

  /** Words are looked for where nothing is hidden; it takes one such place. */
  private static List<RequestUse> searching(Veil veil, RequestFilter filter) {
    var texts = Stream.of(RequestQuery.Text.values()).map(RequestQuery.Text::field).toList();
    return filter.text() != null && texts.stream().allMatch(veil::hides)
        ? List.of(new RequestUse("text", texts.getFirst()))
        : List.of();
  }

  /** The first of the usual sorts that looks at nothing hidden. */
  public static RequestSort usualSort(Veil veil) {
    return Stream.of(RequestSort.NEWEST, RequestSort.LAST_CHANGED)
        .filter(sort -> sorting(sort).stream().noneMatch(use -> veil.hides(use.field())))
        .findFirst()
        .orElse(RequestSort.ID);
  }

  private static void add(List<RequestUse> uses, boolean used, String parameter, String field) {
    if (used) {
      uses.add(new RequestUse(parameter, field));
    }
  }
}
