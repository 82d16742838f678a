package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.tree.MacroUses;
import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Fields;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Undefined;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A macro, and where it was defined. */
final class Macro implements Callable, Fields {
  private final Interpreter interpreter;
  private final Evaluator evaluator;
  private final Budget budget;
  private final Node.Definition definition;
  private final Scope home;

  Macro(
      Interpreter interpreter,
      Evaluator evaluator,
      Budget budget,
      Node.Definition definition,
      Scope home) {
    this.interpreter = interpreter;
    this.evaluator = evaluator;
    this.budget = budget;
    this.definition = definition;
    this.home = home;
  }

  @Override
  public Object call(Arguments arguments) {
    return call(arguments, null);
  }

  Object call(Arguments arguments, @Nullable Callable caller) {
    budget.enterCall();
    var inner = home.inner();
    inner.set("caller", caller == null ? new Undefined("caller") : caller);
    bind(arguments, inner);
    var result = interpreter.markup(definition.body(), inner);
    budget.leaveCall();
    return result;
  }

  private void bind(Arguments arguments, Scope inner) {
    Map<String, Object> named = new LinkedHashMap<>(arguments.named());
    int at = 0;
    for (var parameter : definition.parameters()) {
      Object given =
          at < arguments.positional().size()
              ? twice(named, parameter.name(), arguments.positional().get(at))
              : named.remove(parameter.name());
      inner.set(parameter.name(), given == null ? otherwise(parameter, inner) : given);
      at++;
    }
    inner.set("varargs", new Tuple(arguments.from(at).positional()));
    inner.set("kwargs", named);
    refuseMore(arguments, named, at);
  }

  private Object twice(Map<String, Object> named, String name, Object value) {
    if (named.containsKey(name)) {
      throw new Fault("“" + definition.name() + "” is given “" + name + "” twice", "Give it once.");
    }
    return value;
  }

  private Object otherwise(Node.Parameter parameter, Scope inner) {
    return parameter
        .otherwise()
        .map(value -> evaluator.value(value, inner))
        .orElseGet(() -> new Undefined(parameter.name()));
  }

  private void refuseMore(Arguments arguments, Map<String, Object> named, int known) {
    if (!named.isEmpty() && !MacroUses.of(definition, "kwargs")) {
      throw new Fault(
          "“" + definition.name() + "” has no parameter “" + named.keySet().iterator().next() + "”",
          "Check the spelling in the macro and in the call.");
    }
    if (arguments.positional().size() > known && !MacroUses.of(definition, "varargs")) {
      throw new Fault(
          "“"
              + definition.name()
              + "” takes "
              + known
              + " values at most, not "
              + arguments.positional().size(),
          "Leave out what is too much.");
    }
  }

  @Override
  public Optional<Object> field(String name) {
    return switch (name) {
      case "name" -> Optional.of(definition.name());
      case "arguments" ->
          Optional.of(
              new Tuple(
                  definition.parameters().stream().<Object>map(Node.Parameter::name).toList()));
      default -> Optional.empty();
    };
  }
}
