package dev.patchbay.core.dataset;

import dev.patchbay.core.readmodel.FieldUse;
import dev.patchbay.core.readmodel.Words;
import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestSort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What questions about requests use fields for. */
public final class RequestUses {
  private static final String ASKED = "requestedAt";

  private RequestUses() {}

  /** Uses of fields that are hidden: the answer would tell what is in them. */
  public static List<FieldUse> refused(Veil veil, RequestFilter filter, RequestSort sort) {
    return Stream.of(filtering(filter), sorting(sort), searching(veil, filter))
        .flatMap(List::stream)
        .filter(use -> veil.hides(use.field()))
        .toList();
  }

  /** The same of a question for counts. */
  public static List<FieldUse> refused(Veil veil, CountFilter filter) {
    var uses = new ArrayList<FieldUse>();
    add(uses, !filter.status().isEmpty(), "status", "status");
    add(uses, !filter.category().isEmpty(), "category", "category");
    add(uses, filter.from() != null, "from", ASKED);
    add(uses, filter.to() != null, "to", ASKED);
    return uses.stream().filter(use -> veil.hides(use.field())).toList();
  }

  private static List<FieldUse> filtering(RequestFilter filter) {
    var uses = new ArrayList<FieldUse>();
    add(uses, !filter.status().isEmpty(), "status", "status");
    add(uses, !filter.category().isEmpty(), "category", "category");
    add(uses, !filter.assignee().isEmpty(), "assignee", "assignee");
    add(uses, filter.from() != null, "from", ASKED);
    add(uses, filter.to() != null, "to", ASKED);
    return uses;
  }

  private static List<FieldUse> sorting(RequestSort sort) {
    return switch (sort) {
      case NEWEST, OLDEST -> List.of(new FieldUse("sort", ASKED));
      case LAST_CHANGED, FIRST_CHANGED -> List.of(new FieldUse("sort", "updatedAt"));
      case ID -> List.of();
    };
  }

  private static List<FieldUse> searching(Veil veil, RequestFilter filter) {
    return filter.text() == null ? List.of() : searching(veil, Words.anywhere(filter.text()));
  }

  /** Words are looked for where nothing is hidden; it takes one such place. */
  static List<FieldUse> searching(Veil veil, Words words) {
    return shown(veil, words).places().isEmpty() ? words.uses().subList(0, 1) : List.of();
  }

  /** Looking into what is hidden would tell it, word by word. */
  static Words shown(Veil veil, Words words) {
    return words.only(field -> !veil.hides(field));
  }

  /** The first of the usual sorts that looks at nothing hidden. */
  public static RequestSort usualSort(Veil veil) {
    return Stream.of(RequestSort.NEWEST, RequestSort.LAST_CHANGED)
        .filter(sort -> sorting(sort).stream().noneMatch(use -> veil.hides(use.field())))
        .findFirst()
        .orElse(RequestSort.ID);
  }

  private static void add(List<FieldUse> uses, boolean used, String parameter, String field) {
    if (used) {
      uses.add(new FieldUse(parameter, field));
    }
  }
}
