package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Jinja2's filters. */
public final class Filters {
  private static final Map<String, Filter> ALL = collected();

  private Filters() {}

  /** All of them, by name. */
  public static Map<String, Filter> all() {
    return ALL;
  }

  private static Map<String, Filter> collected() {
    var all = new HashMap<String, Filter>();
    all.putAll(TextFilters.all());
    all.putAll(WrapFilters.all());
    all.putAll(MarkupFilters.all());
    all.putAll(NumberFilters.all());
    all.putAll(ListFilters.all());
    all.putAll(OrderFilters.all());
    all.putAll(SelectFilters.all());
    all.put("default", Filters::otherwise);
    all.put("d", Filters::otherwise);
    all.put("attr", Filters::attribute);
    all.put("items", Filters::items);
    return Map.copyOf(all);
  }

  private static Object otherwise(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("default", "default_value", "boolean");
    boolean missing =
        value instanceof Undefined || (given.flag("boolean", false) && !Values.isTrue(value));
    return missing ? given.get("default_value").orElse("") : value;
  }

  private static Object attribute(Object value, Arguments arguments, Rendering rendering) {
    var name = arguments.bind("attr", "name").text("name", "");
    Values.refuseUndefined(value);
    return value instanceof Map ? new Undefined(name) : Lookup.attribute(value, name);
  }

  private static Object items(Object value, Arguments arguments, Rendering rendering) {
    arguments.bind("items");
    return value instanceof Map<?, ?> map
        ? DictMethods.pairs(map)
        : new java.util.ArrayList<>(
            Values.items(value instanceof None ? new Undefined("") : value));
  }

  /** A filter without arguments that changes text; markup stays markup. */
  static Filter text(UnaryOperator<String> change) {
    return (value, arguments, _) -> {
      arguments.bind("the filter");
      return changed(value, change);
    };
  }

  /**
   * The text of a value, changed; of markup, markup. Of escaped text, such as a block's, that is
   * changed which people read; Jinja2 would break the entity that stands for an ampersand.
   */
  static Object changed(Object value, UnaryOperator<String> change) {
    return switch (value) {
      case Markup markup when markup.isText() ->
          new Markup(Markup.escape(change.apply(Markup.unescape(markup.text()))));
      case Markup(var text) -> new Markup(change.apply(text));
      default -> change.apply(PythonText.str(value));
    };
  }
}
