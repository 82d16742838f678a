package dev.patchbay.documents.jinja.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a call hands over, by place and by name. */
public record Arguments(List<Object> positional, Map<String, Object> named) {
  /** No arguments. */
  public static final Arguments NONE = new Arguments(List.of(), Map.of());

  /** Copies; the order of names stays. */
  public Arguments {
    positional = List.copyOf(positional);
    named = new LinkedHashMap<>(named);
  }

  /** By place only. */
  public static Arguments of(Object... positional) {
    return new Arguments(List.of(positional), Map.of());
  }

  /** The same without the first ones. */
  public Arguments from(int first) {
    return new Arguments(
        positional.subList(Math.min(first, positional.size()), positional.size()), named);
  }

  /** One more in front. */
  public Arguments after(Object first) {
    var all = new ArrayList<Object>();
    all.add(first);
    all.addAll(positional);
    return new Arguments(all, named);
  }

  /** Ties the arguments to the names of the parameters; too many or unknown ones are refused. */
  public Bound bind(String callee, String... parameters) {
    if (positional.size() > parameters.length) {
      throw new Fault(
          callee + " takes " + parameters.length + " arguments at most, not " + positional.size(),
          "Leave out what is too much.");
    }
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < positional.size(); i++) {
      values.put(parameters[i], positional.get(i));
    }
    for (var each : named.entrySet()) {
      if (!List.of(parameters).contains(each.getKey()) || values.containsKey(each.getKey())) {
        throw new Fault(
            callee + " has no argument “" + each.getKey() + "”, or has it twice",
            "It takes: " + String.join(", ", parameters) + ".");
      }
      values.put(each.getKey(), each.getValue());
    }
    return new Bound(callee, values);
  }

  /** Arguments by the names of the parameters. */
  public record Bound(String callee, Map<String, Object> values) {
    /** What was given, if it was. */
    public Optional<Object> get(String name) {
      return Optional.ofNullable(values.get(name));
    }

    /** What must be given. */
    public Object need(String name) {
      return get(name)
          .orElseThrow(() -> new Fault(callee + " needs the argument “" + name + "”", "Add it."));
    }

    /** Given text, or this. */
    public String text(String name, String otherwise) {
      return get(name).map(PythonText::str).orElse(otherwise);
    }

    /** A given whole number, or this. */
    public int number(String name, int otherwise) {
      return get(name).map(value -> Numbers.index(value)).orElse(otherwise);
    }

    /** Whether it was given and is true. */
    public boolean flag(String name, boolean otherwise) {
      return get(name).map(Values::isTrue).orElse(otherwise);
    }
  }
}
