package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Generated;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Filters that ask or change each item of a list. */
final class SelectFilters {
  private SelectFilters() {}

  static Map<String, Filter> all() {
    return Map.ofEntries(
        entry("map", SelectFilters::map),
        entry("select", (value, arguments, rendering) -> select(value, arguments, rendering, true)),
        entry(
            "reject", (value, arguments, rendering) -> select(value, arguments, rendering, false)),
        entry(
            "selectattr",
            (value, arguments, rendering) -> byField(value, arguments, rendering, true)),
        entry(
            "rejectattr",
            (value, arguments, rendering) -> byField(value, arguments, rendering, false)));
  }

  private static Object map(Object value, Arguments arguments, Rendering rendering) {
    var items = items(value);
    rendering.spend(items.size());
    return new Generated(items.stream().map(change(arguments, rendering)).toList());
  }

  private static UnaryOperator<Object> change(Arguments arguments, Rendering rendering) {
    if (arguments.positional().isEmpty() && arguments.named().containsKey("attribute")) {
      return Attributes.of(arguments.bind("map", "attribute", "default"), rendering)::get;
    }
    var name = first(arguments, "map");
    var rest = arguments.from(1);
    return item -> rendering.filter(PythonText.str(name), item, rest);
  }

  private static Object first(Arguments arguments, String filter) {
    if (arguments.positional().isEmpty()) {
      throw new Fault("“" + filter + "” needs to know what to do", "Name a filter, test or field.");
    }
    return arguments.positional().getFirst();
  }

  private static Object select(
      Object value, Arguments arguments, Rendering rendering, boolean wanted) {
    return chosen(value, test(arguments, rendering), rendering, wanted);
  }

  private static Object byField(
      Object value, Arguments arguments, Rendering rendering, boolean wanted) {
    var field = Attributes.named(first(arguments, wanted ? "selectattr" : "rejectattr"), rendering);
    var test = test(arguments.from(1), rendering);
    return chosen(value, item -> test.test(field.get(item)), rendering, wanted);
  }

  private static Predicate<Object> test(Arguments arguments, Rendering rendering) {
    Optional<Object> name = arguments.positional().stream().findFirst();
    var rest = arguments.from(1);
    return name.<Predicate<Object>>map(
            test -> item -> rendering.test(PythonText.str(test), item, rest))
        .orElse(Values::isTrue);
  }

  private static Object chosen(
      Object value, Predicate<Object> test, Rendering rendering, boolean wanted) {
    var items = items(value);
    rendering.spend(items.size());
    return new Generated(items.stream().filter(item -> test.test(item) == wanted).toList());
  }

  /** Nothing of None, 0 and false. */
  private static List<Object> items(Object value) {
    return Values.isTrue(value) ? Values.items(value) : List.of();
  }
}
