package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.library.Lookup;
import dev.patchbay.documents.jinja.library.Rendering;
import dev.patchbay.documents.jinja.tree.Expr;
import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Slices;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out the values of expressions. For one rendering. */
public final class Evaluator implements Rendering {
  private final Environment environment;
  private final Budget budget;

  public Evaluator(Environment environment, Budget budget) {
    this.environment = environment;
    this.budget = budget;
  }

  Object value(Expr expression, Scope scope) {
    budget.enter();
    var value = evaluated(expression, scope);
    budget.leave();
    return value;
  }

  boolean isTrue(Expr expression, Scope scope) {
    return Values.isTrue(value(expression, scope));
  }

  private Object evaluated(Expr expression, Scope scope) {
    return switch (expression) {
      case Expr.Constant(var value) -> value;
      case Expr.Name(var name) -> named(name, scope);
      case Expr.ListOf(var items) -> values(items, scope);
      case Expr.TupleOf(var items) -> new Tuple(values(items, scope));
      case Expr.DictOf(var entries) -> dict(entries, scope);
      case Expr.Attribute(var of, var name) -> Lookup.attribute(value(of, scope), name);
      case Expr.Item(var of, var key) -> item(value(of, scope), value(key, scope));
      case Expr.Slice slice -> slice(slice, scope);
      case Expr.Call call -> call(call, scope);
      case Expr.Filter(var value, var name, var given) ->
          filter(name, value(value, scope), arguments(given, scope));
      case Expr.Test(var value, var name, var given) ->
          test(name, value(value, scope), arguments(given, scope));
      case Expr.Not(var value) -> !isTrue(value, scope);
      case Expr.Signed(var value, var minus) -> signed(value(value, scope), minus);
      case Expr.And(var left, var right) -> both(value(left, scope), right, scope);
      case Expr.Or(var left, var right) -> either(value(left, scope), right, scope);
      case Expr.Binary(var sign, var left, var right) ->
          counted(Operators.apply(sign, value(left, scope), value(right, scope)));
      case Expr.Compare compare -> compare(compare, scope);
      case Expr.Choice choice -> choice(choice, scope);
    };
  }

  private Object named(String name, Scope scope) {
    var value = scope.get(name);
    if (value != null) {
      return value;
    }
    var global = environment.globals().get(name);
    return global == null ? new Undefined(name) : global;
  }

  private List<Object> values(List<Expr> expressions, Scope scope) {
    var values = new ArrayList<Object>(expressions.size());
    expressions.forEach(each -> values.add(value(each, scope)));
    return values;
  }

  private Object dict(List<Map.Entry<Expr, Expr>> entries, Scope scope) {
    var dict = new LinkedHashMap<Object, Object>();
    for (var entry : entries) {
      dict.put(Values.key(value(entry.getKey(), scope)), value(entry.getValue(), scope));
    }
    return dict;
  }

  private Object slice(Expr.Slice slice, Scope scope) {
    return Slices.slice(
        value(slice.of(), scope),
        value(slice.start(), scope),
        value(slice.stop(), scope),
        value(slice.step(), scope));
  }

  Object call(Expr.Call call, Scope scope) {
    return call(value(call.callee(), scope), arguments(call.given(), scope));
  }

  Object call(Object callee, Arguments arguments) {
    if (!(callee instanceof Callable callable)) {
      Values.refuseUndefined(callee);
      throw new Fault(
          Values.typeName(callee) + " cannot be called", "Take the brackets behind it out.");
    }
    return counted(callable.call(arguments));
  }

  Arguments arguments(Expr.Given given, Scope scope) {
    if (given.equals(Expr.Given.NOTHING)) {
      return Arguments.NONE;
    }
    var positional = values(given.positional(), scope);
    given.spread().ifPresent(all -> positional.addAll(Values.items(value(all, scope))));
    var named = new LinkedHashMap<String, Object>();
    given.named().forEach((name, each) -> named.put(name, value(each, scope)));
    given.spreadNamed().ifPresent(all -> spread(value(all, scope), named));
    return new Arguments(positional, named);
  }

  private static void spread(Object all, Map<String, Object> named) {
    if (!(all instanceof Map<?, ?> map)) {
      throw new Fault("behind ** stands " + Values.typeName(all), "Put a group of fields there.");
    }
    map.forEach((name, value) -> named.put(parameter(name), value));
  }

  private static String parameter(Object name) {
    return Values.text(name)
        .orElseThrow(
            () ->
                new Fault(
                    "behind ** a field is called by " + Values.typeName(name),
                    "Names of fields must be texts there."));
  }

  private static Object signed(Object value, boolean minus) {
    return minus ? Arithmetic.negate(value) : Arithmetic.negate(Arithmetic.negate(value));
  }

  private Object both(Object left, Expr right, Scope scope) {
    return Values.isTrue(left) ? value(right, scope) : left;
  }

  private Object either(Object left, Expr right, Scope scope) {
    return Values.isTrue(left) ? left : value(right, scope);
  }

  private Object compare(Expr.Compare compare, Scope scope) {
    var left = value(compare.first(), scope);
    for (var step : compare.steps()) {
      var right = value(step.right(), scope);
      if (!Operators.holds(step.sign(), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Object choice(Expr.Choice choice, Scope scope) {
    if (isTrue(choice.condition(), scope)) {
      return value(choice.then(), scope);
    }
    return choice
        .otherwise()
        .map(otherwise -> value(otherwise, scope))
        .orElseGet(() -> new Undefined("else"));
  }

  private Object counted(Object value) {
    Values.text(value).ifPresent(text -> budget.made(text.length() / 8));
    return value;
  }

  @Override
  public Object filter(String name, Object value, Arguments arguments) {
    var filter = environment.filters().get(name);
    if (filter == null) {
      throw Names.unknownFilter(name, environment);
    }
    budget.step();
    return counted(filter.apply(value, arguments, this));
  }

  @Override
  public boolean test(String name, Object value, Arguments arguments) {
    var test = environment.tests().get(name);
    if (test == null) {
      throw Names.unknownTest(name, environment);
    }
    budget.step();
    return test.holds(value, arguments, this);
  }

  @Override
  public Object item(Object value, Object key) {
    return Lookup.item(value, key);
  }

  @Override
  public void spend(long size) {
    budget.made(size);
  }
}
