package dev.patchbay.documents.jinja.value;

import java.util.List;
import java.util.Map;

/** One comparison by Python's {@code ==}. It ends also where lists hold each other many times. */
final class Equality {
  private static final int MOST = 2_000_000;

  private int compared;

  @SuppressWarnings("ReferenceEquality") // the same object needs no look inside
  boolean of(Object one, Object other) {
    if (++compared > MOST) {
      throw new Fault("the values are too large to be compared", "Compare parts of them.");
    }
    if (Numbers.isNumber(one) && Numbers.isNumber(other)) {
      return Values.compareNumbers(one, other) == 0;
    }
    if (one == other || (one instanceof Undefined && other instanceof Undefined)) {
      return true;
    }
    var text = Values.text(one);
    if (text.isPresent() || Values.text(other).isPresent()) {
      return text.isPresent() && text.equals(Values.text(other));
    }
    return ofSeveral(one, other);
  }

  private boolean ofSeveral(Object one, Object other) {
    if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
      return ofMaps(a, b);
    }
    if ((one instanceof List && other instanceof List)
        || (one instanceof Tuple && other instanceof Tuple)) {
      return ofLists(Values.items(one), Values.items(other));
    }
    return !(one instanceof List || one instanceof Tuple || one instanceof Map)
        && one.equals(other);
  }

  private boolean ofMaps(Map<?, ?> one, Map<?, ?> other) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(
                each -> {
                  Object value = other.get(each.getKey());
                  return value != null && of(each.getValue(), value);
                });
  }

  private boolean ofLists(List<Object> one, List<Object> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!of(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
