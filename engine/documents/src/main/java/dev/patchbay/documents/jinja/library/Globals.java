package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Fields;
import dev.patchbay.documents.jinja.value.Namespace;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Range;
import dev.patchbay.documents.jinja.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions that every template finds. */
public final class Globals {
  private Globals() {}

  /** All of them, by name. */
  public static Map<String, Object> all() {
    return Map.of(
        "range", (Callable) Globals::range,
        "dict", (Callable) Globals::dict,
        "namespace", (Callable) arguments -> new Namespace(dict(arguments)),
        "cycler", (Callable) Cycler::new,
        "joiner", (Callable) Globals::joiner,
        "lipsum", (Callable) Globals::lipsum);
  }

  private static Object range(Arguments arguments) {
    var given = arguments.positional().stream().map(Numbers::index).toList();
    return switch (given.size()) {
      case 1 -> new Range(0, given.get(0), 1);
      case 2 -> new Range(given.get(0), given.get(1), 1);
      case 3 -> new Range(given.get(0), given.get(1), given.get(2));
      default -> throw new Fault("range() takes one to three numbers", "Write range(10).");
    };
  }

  private static Map<Object, Object> dict(Arguments arguments) {
    var dict = new LinkedHashMap<Object, Object>();
    arguments.positional().forEach(Values::refuseUndefined);
    arguments.positional().forEach(each -> dict.putAll(entries(each)));
    dict.putAll(arguments.named());
    return dict;
  }

  /** Entries of a dict, or of a list of pairs. */
  static Map<?, ?> entries(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    var entries = new LinkedHashMap<Object, Object>();
    for (var pair : Values.items(value)) {
      var both = Values.items(pair);
      if (both.size() != 2) {
        throw new Fault(
            "an entry has a key and a value, not " + both.size() + " items", "Give pairs.");
      }
      entries.put(Values.key(both.get(0)), both.get(1));
    }
    return entries;
  }

  /** Likewise, with keys that are text. */
  static Map<String, Object> named(Object value) {
    var named = new LinkedHashMap<String, Object>();
    entries(value).forEach((key, each) -> named.put(PythonText.str(key), each));
    return named;
  }

  private static Object joiner(Arguments arguments) {
    var separator = arguments.bind("joiner()", "sep").text("sep", ", ");
    var used = new boolean[1];
    return (Callable)
        _ -> {
          var text = used[0] ? separator : "";
          used[0] = true;
          return text;
        };
  }

  private static Object lipsum(Arguments arguments) {
    throw new Fault("lipsum() makes web pages, not Word text", "Type the dummy text.");
  }

  private static final class Cycler implements Fields {
    private final List<Object> values;
    private int at;

    Cycler(Arguments arguments) {
      values = arguments.positional();
      if (values.isEmpty()) {
        throw new Fault("cycler() has nothing to choose from", "Give it values.");
      }
    }

    @Override
    public Optional<Object> field(String name) {
      return switch (name) {
        case "current" -> Optional.of(values.get(at));
        case "next" -> Optional.of((Callable) _ -> next());
        case "reset" -> Optional.of((Callable) _ -> reset());
        default -> Optional.empty();
      };
    }

    private Object next() {
      var value = values.get(at);
      at = (at + 1) % values.size();
      return value;
    }

    private Object reset() {
      at = 0;
      return dev.patchbay.documents.jinja.value.None.NONE;
    }
  }
}
