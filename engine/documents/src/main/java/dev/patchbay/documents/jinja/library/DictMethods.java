package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Methods of Python's dict. */
final class DictMethods {
  private DictMethods() {}

  static Optional<Object> find(Map<?, ?> dict, String name) {
    @SuppressWarnings("unchecked") // dicts of templates hold values only
    var map = (Map<Object, Object>) dict;
    Callable method =
        switch (name) {
          case "items" -> _ -> pairs(map);
          case "keys" -> _ -> new ArrayList<>(map.keySet());
          case "values" -> _ -> new ArrayList<>(map.values());
          case "get" -> arguments -> get(map, arguments.bind("get()", "key", "default"));
          case "copy" -> _ -> new LinkedHashMap<>(map);
          case "pop" -> arguments -> pop(map, arguments.bind("pop()", "key", "default"));
          case "setdefault" ->
              arguments -> setDefault(map, arguments.bind("setdefault()", "key", "default"));
          case "update" -> arguments -> update(map, arguments);
          case "clear" -> _ -> clear(map);
          case "popitem" -> _ -> popItem(map);
          default -> null;
        };
    return Optional.ofNullable(method);
  }

  static Object pairs(Map<?, ?> map) {
    var pairs = new ArrayList<Object>();
    map.forEach((key, value) -> pairs.add(Tuple.of(key, value)));
    return pairs;
  }

  private static Object get(Map<Object, Object> map, Arguments.Bound given) {
    var value = map.get(Values.key(given.need("key")));
    return value == null ? given.get("default").orElse(None.NONE) : value;
  }

  private static Object pop(Map<Object, Object> map, Arguments.Bound given) {
    var value = map.remove(Values.key(given.need("key")));
    return value == null
        ? given.get("default").orElseThrow(() -> missing(given.need("key")))
        : value;
  }

  private static Object setDefault(Map<Object, Object> map, Arguments.Bound given) {
    return map.computeIfAbsent(
        Values.key(given.need("key")), _ -> given.get("default").orElse(None.NONE));
  }

  private static Object update(Map<Object, Object> map, Arguments arguments) {
    arguments.positional().forEach(Values::refuseUndefined);
    arguments.positional().forEach(each -> map.putAll(Globals.entries(each)));
    map.putAll(arguments.named());
    return None.NONE;
  }

  private static Object clear(Map<Object, Object> map) {
    map.clear();
    return None.NONE;
  }

  private static Object popItem(Map<Object, Object> map) {
    var last =
        map.entrySet().stream().reduce((_, later) -> later).orElseThrow(() -> missing("an entry"));
    map.remove(last.getKey());
    return Tuple.of(last.getKey(), last.getValue());
  }

  private static Fault missing(Object key) {
    return new Fault("there is no field “" + key + "”", "Check the spelling, or give a default.");
  }
}
