package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Arithmetic;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.Slices;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Methods of Python's list, of which a tuple has those that only read. */
final class ListMethods {
  private ListMethods() {}

  static boolean isReading(String name) {
    return name.equals("count") || name.equals("index");
  }

  static Optional<Object> find(List<?> items, String name) {
    @SuppressWarnings("unchecked") // lists of templates hold values only
    var list = (List<Object>) items;
    Callable method =
        switch (name) {
          case "append" ->
              arguments -> append(list, arguments.bind("append()", "item").need("item"));
          case "extend" ->
              arguments -> extend(list, arguments.bind("extend()", "items").need("items"));
          case "insert" -> arguments -> insert(list, arguments.bind("insert()", "index", "item"));
          case "pop" -> arguments -> pop(list, arguments.bind("pop()", "index"));
          case "remove" -> arguments -> pop(list, place(list, arguments));
          case "clear" -> _ -> clear(list);
          case "copy" -> _ -> new ArrayList<>(list);
          case "count" -> arguments -> count(list, arguments.bind("count()", "item").need("item"));
          case "index" -> arguments -> Numbers.of(place(list, arguments));
          case "reverse" -> _ -> reverse(list);
          case "sort" -> arguments -> sort(list, arguments.bind("sort()", "reverse"));
          default -> null;
        };
    return Optional.ofNullable(method);
  }

  private static Object append(List<Object> list, Object item) {
    Arithmetic.limit(list.size());
    list.add(item);
    return None.NONE;
  }

  private static Object extend(List<Object> list, Object items) {
    var more = new ArrayList<>(Values.items(items));
    Arithmetic.limit((long) list.size() + more.size());
    list.addAll(more);
    return None.NONE;
  }

  private static Object insert(List<Object> list, Arguments.Bound given) {
    int index = Numbers.index(given.need("index"));
    Arithmetic.limit(list.size());
    list.add(
        Math.clamp(index < 0 ? index + list.size() : index, 0, list.size()), given.need("item"));
    return None.NONE;
  }

  private static Object pop(List<Object> list, Arguments.Bound given) {
    int place = Slices.place(given.get("index").orElse(Numbers.of(-1)), list.size());
    if (place < 0) {
      throw new Fault("the list has no such item to take out", "Test its length first.");
    }
    return list.remove(place);
  }

  private static Object pop(List<Object> list, int place) {
    list.remove(place);
    return None.NONE;
  }

  private static int place(List<Object> list, Arguments arguments) {
    var item = arguments.bind("index()", "item").need("item");
    for (int i = 0; i < list.size(); i++) {
      if (Values.equal(list.get(i), item)) {
        return i;
      }
    }
    throw new Fault("the list does not hold this item", "Test it with “in” first.");
  }

  private static Object clear(List<Object> list) {
    list.clear();
    return None.NONE;
  }

  private static Object count(List<Object> list, Object item) {
    return Numbers.of(list.stream().filter(each -> Values.equal(each, item)).count());
  }

  private static Object reverse(List<Object> list) {
    Collections.reverse(list);
    return None.NONE;
  }

  private static Object sort(List<Object> list, Arguments.Bound given) {
    list.sort(given.flag("reverse", false) ? (a, b) -> Values.compare(b, a) : Values::compare);
    return None.NONE;
  }
}
