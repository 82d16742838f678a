package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Generated;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Filters that sort, group and choose by order. */
final class OrderFilters {
  private static final List<String> GROUP = List.of("grouper", "list");

  private OrderFilters() {}

  static Map<String, Filter> all() {
    return Map.ofEntries(
        entry("sort", OrderFilters::sort),
        entry("dictsort", OrderFilters::sortDict),
        entry("groupby", OrderFilters::group),
        entry("unique", OrderFilters::unique),
        entry("min", (value, arguments, rendering) -> extreme(value, arguments, rendering, -1)),
        entry("max", (value, arguments, rendering) -> extreme(value, arguments, rendering, 1)));
  }

  private static Object sort(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("sort", "reverse", "case_sensitive", "attribute");
    boolean cased = given.flag("case_sensitive", false);
    var keys = keys(given, rendering);
    Comparator<Object> order =
        Comparator.comparing(
            item ->
                new Tuple(
                    keys.stream().map(key -> Attributes.folded(key.get(item), cased)).toList()),
            Values::compare);
    return sorted(
        Values.items(value), given.flag("reverse", false) ? order.reversed() : order, rendering);
  }

  /** Several fields may be named, with commas between. */
  private static List<Attributes> keys(Arguments.Bound given, Rendering rendering) {
    var attribute = given.get("attribute").orElse(None.NONE);
    if (!(attribute instanceof String names)) {
      return List.of(Attributes.named(attribute, rendering));
    }
    return List.of(names.split(",")).stream()
        .map(name -> Attributes.named(name.strip(), rendering))
        .toList();
  }

  private static List<Object> sorted(
      List<Object> items, Comparator<Object> order, Rendering rendering) {
    rendering.spend(items.size() * 10L);
    var sorted = new ArrayList<>(items);
    sorted.sort(order);
    return sorted;
  }

  private static Object sortDict(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("dictsort", "case_sensitive", "by", "reverse");
    var by = given.text("by", "key");
    if (!(value instanceof Map<?, ?> map) || (!by.equals("key") && !by.equals("value"))) {
      throw new Fault(
          "“dictsort” needs a group of fields, and by=\"key\" or by=\"value\"",
          "Check what stands before and behind it.");
    }
    boolean cased = given.flag("case_sensitive", false);
    var place = Numbers.of(by.equals("key") ? 0 : 1);
    Comparator<Object> order =
        Comparator.comparing(
            pair -> Attributes.folded(rendering.item(pair, place), cased), Values::compare);
    return sorted(
        Values.items(DictMethods.pairs(map)),
        given.flag("reverse", false) ? order.reversed() : order,
        rendering);
  }

  private static Object group(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("groupby", "attribute", "default", "case_sensitive");
    given.need("attribute");
    boolean cased = given.flag("case_sensitive", false);
    var key = Attributes.of(given, rendering);
    Comparator<Object> order =
        Comparator.comparing(item -> Attributes.folded(key.get(item), cased), Values::compare);
    var groups = new ArrayList<Object>();
    List<Object> members = new ArrayList<>();
    for (var item : sorted(Values.items(value), order, rendering)) {
      if (members.isEmpty() || order.compare(members.getFirst(), item) != 0) {
        members = new ArrayList<>();
        groups.add(new Tuple(List.of(key.get(item), members), GROUP));
      }
      members.add(item);
    }
    return groups;
  }

  private static Object unique(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("unique", "case_sensitive", "attribute");
    boolean cased = given.flag("case_sensitive", false);
    var key = Attributes.of(given, rendering);
    var seen = new HashSet<Object>();
    var items = Values.items(value);
    rendering.spend(items.size());
    return new Generated(
        items.stream()
            .filter(item -> seen.add(identity(Attributes.folded(key.get(item), cased))))
            .toList());
  }

  private static Object identity(Object value) {
    return switch (value) {
      case List<?> _, Map<?, ?> _ -> PythonText.repr(value);
      case Boolean truth -> Numbers.integer(truth);
      default -> Values.key(value);
    };
  }

  private static Object extreme(Object value, Arguments arguments, Rendering rendering, int sign) {
    var given = arguments.bind(sign < 0 ? "min" : "max", "case_sensitive", "attribute");
    boolean cased = given.flag("case_sensitive", false);
    var key = Attributes.of(given, rendering);
    var items = Values.items(value);
    rendering.spend(items.size());
    Comparator<Object> order =
        Comparator.comparing(item -> Attributes.folded(key.get(item), cased), Values::compare);
    Object best = new Undefined(sign < 0 ? "the least item" : "the greatest item");
    for (var item : items) {
      best =
          best instanceof Undefined
                  || (sign < 0 ? order.compare(item, best) < 0 : order.compare(item, best) > 0)
              ? item
              : best;
    }
    return best;
  }
}
