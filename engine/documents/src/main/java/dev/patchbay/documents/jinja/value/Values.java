package dev.patchbay.documents.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all of Python's values can be asked: truth, equality, order, length, items. */
public final class Values {
  private Values() {}

  /** Python's truth of a value. */
  public static boolean isTrue(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case None _ -> false;
      case Undefined _ -> false;
      case String text -> !text.isEmpty();
      case Markup markup -> !markup.text().isEmpty();
      case BigInteger number -> number.signum() != 0;
      case Double number -> number != 0;
      case Collection<?> items -> !items.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case Tuple(var items, _) -> !items.isEmpty();
      default -> true;
    };
  }

  /** Text of text or markup, nothing of other values. */
  public static Optional<String> text(Object value) {
    return switch (value) {
      case String text -> Optional.of(text);
      case Markup markup -> Optional.of(markup.text());
      default -> Optional.empty();
    };
  }

  /** Python's {@code ==}. */
  public static boolean equal(Object one, Object other) {
    return new Equality().of(one, other);
  }

  /** Python's order; refuses values that have none between them. */
  public static int compare(Object one, Object other) {
    if (Numbers.isNumber(one) && Numbers.isNumber(other)) {
      return compareNumbers(one, other);
    }
    if (text(one).isPresent() && text(other).isPresent()) {
      return compareText(text(one).orElseThrow(), text(other).orElseThrow());
    }
    if ((one instanceof List && other instanceof List)
        || (one instanceof Tuple && other instanceof Tuple)) {
      return compareLists(items(one), items(other));
    }
    refuseUndefined(one, other);
    throw new Fault(
        typeName(one) + " and " + typeName(other) + " have no order between them",
        "Compare values of one kind; |int, |float or |string change the kind.");
  }

  /** By code point, as Python does. */
  private static int compareText(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  private static int compareLists(List<Object> one, List<Object> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!equal(one.get(i), other.get(i))) {
        return compare(one.get(i), other.get(i));
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  static int compareNumbers(Object one, Object other) {
    if (Numbers.isInt(one) && Numbers.isInt(other)) {
      return Numbers.integer(one).compareTo(Numbers.integer(other));
    }
    double a = one instanceof Double real ? real : 0;
    double b = other instanceof Double real ? real : 0;
    if (Double.isFinite(a) && Double.isFinite(b)) {
      return exact(one).compareTo(exact(other));
    }
    return a == b ? 0 : a < b ? -1 : 1;
  }

  private static BigDecimal exact(Object number) {
    return number instanceof Double real
        ? new BigDecimal(real)
        : new BigDecimal(Numbers.integer(number));
  }

  /** Refuses to work with what is not there. */
  public static void refuseUndefined(Object... values) {
    for (var value : values) {
      if (value instanceof Undefined undefined) {
        throw undefined.fault();
      }
    }
  }

  /** What a person calls this kind of value. */
  public static String typeName(Object value) {
    return switch (value) {
      case String _ -> "text";
      case Markup _ -> "text";
      case BigInteger _ -> "a whole number";
      case Double _ -> "a number";
      case Boolean _ -> "a truth value";
      case None _ -> "None";
      case Undefined undefined -> "“" + undefined.name() + "”, which is not in the data,";
      case Map<?, ?> _ -> "a group of fields";
      case Tuple _ -> "a tuple";
      case List<?> _ -> "a list";
      case Generated _ -> "a series";
      case Callable _ -> "a function";
      default -> "a special value";
    };
  }

  /** How many items or characters. */
  public static int length(Object value) {
    return switch (value) {
      case String text -> text.codePointCount(0, text.length());
      case Markup(var text) -> text.codePointCount(0, text.length());
      case Undefined _ -> 0;
      case Collection<?> items -> items.size();
      case Map<?, ?> map -> map.size();
      case Tuple(var items, _) -> items.size();
      case Generated _ ->
          throw new Fault("a series has no length", "Make a list of it first: |list|length.");
      default ->
          throw new Fault(typeName(value) + " has no length", "Only text and lists have one.");
    };
  }

  /** Whether one can go through it. */
  public static boolean isIterable(Object value) {
    return switch (value) {
      case String _ -> true;
      case Markup _ -> true;
      case Undefined _ -> true;
      case Collection<?> _ -> true;
      case Map<?, ?> _ -> true;
      case Tuple _ -> true;
      case Generated _ -> true;
      default -> false;
    };
  }

  /** What one goes through: items, keys of a dict, characters. */
  public static List<Object> items(Object value) {
    return switch (value) {
      case Range range -> range;
      case List<?> items -> java.util.Collections.unmodifiableList(items);
      case Collection<?> items -> new ArrayList<>(items);
      case Map<?, ?> map -> new ArrayList<>(map.keySet());
      case Tuple(var items, _) -> items;
      case Generated(var items) -> items;
      case Undefined _ -> List.of();
      case String text -> characters(text);
      case Markup(var text) -> characters(text);
      default ->
          throw new Fault(
              "one cannot go through " + typeName(value) + " one by one",
              "A loop or filter needs a list here.");
    };
  }

  private static List<Object> characters(String text) {
    return new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
  }

  /** Python's {@code in}. */
  public static boolean contains(Object all, Object one) {
    return switch (all) {
      case String text -> text.contains(part(one));
      case Markup(var text) -> text.contains(part(one));
      case Map<?, ?> map -> map.containsKey(key(one));
      default -> items(all).stream().anyMatch(each -> equal(each, one));
    };
  }

  private static String part(Object one) {
    return text(one)
        .orElseThrow(
            () ->
                new Fault(
                    "text can only be searched for text, not for " + typeName(one),
                    "Use |string."));
  }

  /** A value as a key of a dict: markup is looked up by its text, whole floats as whole numbers. */
  public static Object key(Object value) {
    return switch (value) {
      case Markup(var text) -> text;
      case Double real when real == Math.rint(real) && !Double.isInfinite(real) ->
          new BigDecimal(real).toBigInteger();
      case Range range -> range;
      case List<?> _, Map<?, ?> _ ->
          throw new Fault(typeName(value) + " cannot be a key", "Use text or a number.");
      case Tuple(var items, _) -> new Tuple(items.stream().map(Values::innerKey).toList());
      default -> value;
    };
  }

  /** Tuples in tuples in tuples could take for ever to look up. */
  private static Object innerKey(Object value) {
    if (value instanceof Tuple) {
      throw new Fault("a tuple inside a tuple cannot be a key", "Use text or a number.");
    }
    return key(value);
  }
}
