package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Rendered;
import dev.patchbay.documents.jinja.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of templates of the caller's data, for one part: copied, so that none is changed.
 */
public final class Binding {
  private static final int DEEPEST = 200;

  private final Function<RichValue, Rendered> shown;

  /**
   * A binding.
   *
   * @param shown gives the markup of what is more than text
   */
  public Binding(Function<RichValue, Rendered> shown) {
    this.shown = shown;
  }

  /** The values by name. */
  public Map<String, Object> bound(Map<String, ? extends @Nullable Object> data) {
    var bound = new LinkedHashMap<String, Object>();
    data.forEach((name, value) -> bound.put(name, value(value, 0)));
    return bound;
  }

  private Object value(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new Fault(
          "the data is nested more than " + DEEPEST + " levels deep", "Make it flatter.");
    }
    return switch (value) {
      case null -> None.NONE;
      case Integer number -> BigInteger.valueOf(number);
      case Long number -> BigInteger.valueOf(number);
      case Float number -> (double) number;
      case BigDecimal number -> number.doubleValue();
      case RichValue rich -> shown.apply(rich);
      case Map<?, ?> map -> map(map, depth);
      case List<?> list -> list(list, depth);
      default -> value;
    };
  }

  private Object map(Map<?, ?> map, int depth) {
    var copy = new LinkedHashMap<Object, Object>();
    map.forEach((key, each) -> copy.put(Values.key(key), value(each, depth + 1)));
    return copy;
  }

  private Object list(List<?> list, int depth) {
    var copy = new ArrayList<Object>();
    list.forEach(each -> copy.add(value(each, depth + 1)));
    return copy;
  }
}
