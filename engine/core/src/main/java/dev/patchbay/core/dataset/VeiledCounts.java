package dev.patchbay.core.dataset;

import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestSummary.NamedCount;
import dev.patchbay.model.route.PiiPolicy;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts as one caller is shown them; names that look alike then are counted as one. */
record VeiledCounts(Veil veil) {
  private static final Comparator<NamedCount> MOST_FIRST =
      Comparator.comparingLong(NamedCount::requests)
          .reversed()
          .thenComparing(NamedCount::name, Comparator.nullsLast(Comparator.naturalOrder()));

  RequestSummary of(RequestSummary all) {
    return new RequestSummary(
        all.asOf(),
        all.zone(),
        all.requests(),
        named("status", all.status()),
        named("category", all.category()),
        veil.hides("requestedAt") ? List.of() : all.days());
  }

  private List<NamedCount> named(String field, List<NamedCount> counts) {
    if (veil.show(field) == PiiPolicy.ALLOW) {
      return counts;
    }
    if (veil.show(field) == PiiPolicy.DROP) {
      return List.of();
    }
    var shown = new LinkedHashMap<String, Long>();
    for (var count : counts) {
      shown.merge(key(veil.text(field, count.name())), count.requests(), Long::sum);
    }
    return shown.entrySet().stream()
        .map(it -> new NamedCount(it.getKey().isEmpty() ? null : it.getKey(), it.getValue()))
        .sorted(MOST_FIRST)
        .toList();
  }

  private static String key(@Nullable String name) {
    return Objects.requireNonNullElse(name, "");
  }
}
