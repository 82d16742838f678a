package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.PythonText;
import dev.patchbay.documents.jinja.value.Rendered;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Jinja2's tests. */
public final class Tests {
  private Tests() {}

  /** All of them, by name. */
  public static Map<String, Test> all() {
    return Map.ofEntries(
        entry("defined", of(value -> !(value instanceof Undefined))),
        entry("undefined", of(value -> value instanceof Undefined)),
        entry("none", of(value -> value instanceof None)),
        entry("boolean", of(value -> value instanceof Boolean)),
        entry("true", of(value -> Boolean.TRUE.equals(value))),
        entry("false", of(value -> Boolean.FALSE.equals(value))),
        entry("integer", of(value -> value instanceof BigInteger)),
        entry("float", of(value -> value instanceof Double)),
        entry("number", of(Numbers::isNumber)),
        entry("string", of(value -> Values.text(value).isPresent())),
        entry("mapping", of(value -> value instanceof Map)),
        entry("iterable", of(Values::isIterable)),
        entry("sequence", of(Tests::isSequence)),
        entry("callable", of(value -> value instanceof Callable || value instanceof Undefined)),
        entry("escaped", of(value -> value instanceof Rendered)),
        entry("lower", of(value -> Cases.isLower(PythonText.str(value)))),
        entry("upper", of(value -> Cases.isUpper(PythonText.str(value)))),
        entry("odd", of(value -> Values.equal(half(value), Numbers.of(1)))),
        entry("even", of(value -> Values.equal(half(value), Numbers.of(0)))),
        entry("divisibleby", with(Tests::isDivisible)),
        entry("sameas", with(Tests::isSame)),
        entry("in", with((value, all) -> Values.contains(all, value))),
        entry("filter", (value, _, rendering) -> Filters.all().containsKey(PythonText.str(value))),
        entry("test", (value, _, rendering) -> all().containsKey(PythonText.str(value))),
        entry("eq", with(Values::equal)),
        entry("equalto", with(Values::equal)),
        entry("==", with(Values::equal)),
        entry("ne", with((one, other) -> !Values.equal(one, other))),
        entry("!=", with((one, other) -> !Values.equal(one, other))),
        entry("lt", with((one, other) -> Values.compare(one, other) < 0)),
        entry("lessthan", with((one, other) -> Values.compare(one, other) < 0)),
        entry("<", with((one, other) -> Values.compare(one, other) < 0)),
        entry("le", with((one, other) -> Values.compare(one, other) <= 0)),
        entry("<=", with((one, other) -> Values.compare(one, other) <= 0)),
        entry("gt", with((one, other) -> Values.compare(one, other) > 0)),
        entry("greaterthan", with((one, other) -> Values.compare(one, other) > 0)),
        entry(">", with((one, other) -> Values.compare(one, other) > 0)),
        entry("ge", with((one, other) -> Values.compare(one, other) >= 0)),
        entry(">=", with((one, other) -> Values.compare(one, other) >= 0)));
  }

  private static Test of(Predicate<Object> test) {
    return (value, arguments, _) -> {
      arguments.bind("the test");
      return test.test(value);
    };
  }

  private static Test with(BiPredicate<Object, Object> test) {
    return (value, arguments, _) -> test.test(value, other(arguments));
  }

  private static Object other(Arguments arguments) {
    return arguments.bind("the test", "other").need("other");
  }

  private static Object half(Object value) {
    return Arithmetic.remainder(value, Numbers.of(2));
  }

  private static boolean isDivisible(Object value, Object divisor) {
    return Values.equal(Arithmetic.remainder(value, divisor), Numbers.of(0));
  }

  /** Python compares addresses; numbers, texts and constants count as one object here. */
  @SuppressWarnings("ReferenceEquality") // it is what the test asks
  private static boolean isSame(Object one, Object other) {
    return one == other
        || (one.getClass() == other.getClass()
            && (one instanceof Boolean || one instanceof BigInteger || one instanceof String)
            && one.equals(other));
  }

  private static boolean isSequence(Object value) {
    return value instanceof List
        || value instanceof Tuple
        || value instanceof Map
        || value instanceof Undefined
        || Values.text(value).isPresent();
  }
}
