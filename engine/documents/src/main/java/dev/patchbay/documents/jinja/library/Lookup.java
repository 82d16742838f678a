package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fields;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.Slices;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code value.name} and {@code value[key]}. Only data and the methods listed in this package are
 * found; nothing of Java is.
 */
public final class Lookup {
  private Lookup() {}

  /** Methods come first, then items. */
  public static Object attribute(Object value, String name) {
    Values.refuseUndefined(value);
    return method(value, name).or(() -> entry(value, name)).orElseGet(() -> new Undefined(name));
  }

  /** Items come first, then methods. */
  public static Object item(Object value, Object key) {
    Values.refuseUndefined(value);
    return entry(value, key)
        .or(() -> Values.text(key).flatMap(name -> method(value, name)))
        .orElseGet(() -> new Undefined(dev.patchbay.documents.jinja.value.PythonText.str(key)));
  }

  private static Optional<Object> entry(Object value, Object key) {
    return switch (value) {
      case Map<?, ?> map ->
          key instanceof List || key instanceof Map
              ? Optional.empty()
              : Optional.ofNullable(map.get(Values.key(key)));
      case List<?> items -> at(Values.items(items), key);
      case Tuple(var items, _) -> at(items, key);
      case String text -> at(Values.items(text), key);
      case Markup(var text) -> at(Values.items(text), key).map(each -> new Markup(each.toString()));
      default -> Optional.empty();
    };
  }

  private static Optional<Object> at(List<Object> items, Object index) {
    int place = Slices.place(index, items.size());
    return place < 0 ? Optional.empty() : Optional.of(items.get(place));
  }

  private static Optional<Object> method(Object value, String name) {
    return switch (value) {
      case Fields fields -> fields.field(name);
      case String text -> StringMethods.find(name).map(method -> bound(method, text));
      case Markup(var text) -> StringMethods.find(name).map(method -> marked(method, text));
      case Map<?, ?> map -> DictMethods.find(map, name);
      case List<?> items -> ListMethods.find(items, name);
      case Tuple tuple ->
          tuple
              .named(name)
              .or(
                  () ->
                      ListMethods.find(tuple.items(), name)
                          .filter(method -> ListMethods.isReading(name)));
      case Double real when name.equals("is_integer") ->
          Optional.of((Callable) arguments -> real == Math.rint(real));
      default -> Numbers.isInt(value) ? integer(value, name) : Optional.empty();
    };
  }

  private static Optional<Object> integer(Object value, String name) {
    return switch (name) {
      case "bit_length" ->
          Optional.of((Callable) _ -> Numbers.of(Numbers.integer(value).abs().bitLength()));
      case "is_integer" -> Optional.of((Callable) _ -> true);
      default -> Optional.empty();
    };
  }

  private static Object bound(StringMethods.Method method, String text) {
    return (Callable) arguments -> method.call(text, arguments);
  }

  /** What a method makes of markup is markup; what is put in is escaped. */
  private static Object marked(StringMethods.Method method, String text) {
    return (Callable)
        arguments -> {
          var escaped = arguments.positional().stream().map(Markup::escaped).toList();
          var named = new java.util.LinkedHashMap<String, Object>();
          arguments.named().forEach((name, each) -> named.put(name, Markup.escaped(each)));
          return markup(method.call(text, new Arguments(escaped, named)));
        };
  }

  /** What was taken out of markup is markup. */
  private static Object markup(Object result) {
    return switch (result) {
      case String text -> new Markup(text);
      case Tuple(var parts, _) -> new Tuple(parts.stream().map(Lookup::markup).toList());
      case List<?> parts -> new ArrayList<Object>(parts.stream().map(Lookup::markup).toList());
      default -> result;
    };
  }
}
