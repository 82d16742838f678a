package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Generated;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Rendered;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Filters that take lists apart and put them together. */
final class ListFilters {
  private ListFilters() {}

  static Map<String, Filter> all() {
    return Map.ofEntries(
        entry("length", (value, _, _) -> Numbers.of(Values.length(value))),
        entry("count", (value, _, _) -> Numbers.of(Values.length(value))),
        entry("list", (value, _, _) -> new ArrayList<>(Values.items(value))),
        entry("first", (value, _, _) -> first(Values.items(value))),
        entry("last", (value, _, _) -> last(Values.items(value))),
        entry("random", (value, _, _) -> random(Values.items(value))),
        entry("reverse", (value, _, _) -> reversed(value)),
        entry("join", ListFilters::join),
        entry("sum", ListFilters::sum),
        entry("batch", ListFilters::batch),
        entry("slice", ListFilters::slice));
  }

  private static Object first(List<Object> items) {
    return items.isEmpty() ? new Undefined("the first item") : items.getFirst();
  }

  private static Object last(List<Object> items) {
    return items.isEmpty() ? new Undefined("the last item") : items.getLast();
  }

  private static Object random(List<Object> items) {
    return items.isEmpty()
        ? new Undefined("a random item")
        : items.get(RandomGenerator.getDefault().nextInt(items.size()));
  }

  private static Object reversed(Object value) {
    if (Values.text(value).isPresent()) {
      return Filters.changed(value, text -> new StringBuilder(text).reverse().toString());
    }
    var items = new ArrayList<>(Values.items(value));
    Collections.reverse(items);
    return new Generated(items);
  }

  private static Object join(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("join", "d", "attribute");
    var separator = given.get("d").orElse("");
    var items = Attributes.of(given, rendering).all(Values.items(value));
    boolean markup =
        separator instanceof Rendered || items.stream().anyMatch(Rendered.class::isInstance);
    var joined = new StringBuilder();
    var between = "";
    for (var item : items) {
      joined.append(between).append(markup ? Markup.of(item).text() : PythonText.str(item));
      between = markup ? Markup.of(separator).text() : PythonText.str(separator);
      Arithmetic.limit(joined.length());
    }
    return markup ? new Markup(joined.toString()) : joined.toString();
  }

  private static Object sum(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("sum", "attribute", "start");
    Object sum = given.get("start").orElse(Numbers.of(0));
    for (var item : Attributes.of(given, rendering).all(Values.items(value))) {
      sum = Arithmetic.add(sum, item);
    }
    return sum;
  }

  private static Object batch(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("batch", "linecount", "fill_with");
    int size = Math.max(1, Numbers.index(given.need("linecount")));
    Arithmetic.limit(size);
    var lines = new ArrayList<Object>();
    var items = Values.items(value);
    for (int i = 0; i < items.size(); i += size) {
      var line = new ArrayList<>(items.subList(i, Math.min(items.size(), i + size)));
      filling(given).ifPresent(fill -> line.addAll(Collections.nCopies(size - line.size(), fill)));
      lines.add(line);
    }
    return new Generated(lines);
  }

  private static Optional<Object> filling(Arguments.Bound given) {
    return given.get("fill_with").filter(fill -> fill != None.NONE);
  }

  private static Object slice(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("slice", "slices", "fill_with");
    int slices = Math.max(1, Numbers.index(given.need("slices")));
    Arithmetic.limit(slices);
    var items = Values.items(value);
    int each = items.size() / slices;
    int longer = items.size() % slices;
    var parts = new ArrayList<Object>();
    int from = 0;
    for (int i = 0; i < slices; i++) {
      int to = from + each + (i < longer ? 1 : 0);
      var part = new ArrayList<>(items.subList(from, to));
      if (i >= longer) {
        filling(given).ifPresent(part::add);
      }
      parts.add(part);
      from = to;
    }
    return new Generated(parts);
  }
}
