package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fields;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.Tuple;
import dev.patchbay.documents.jinja.value.Undefined;
import dev.patchbay.documents.jinja.value.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code loop}: where a loop is. */
final class LoopFields implements Fields, Callable {
  private final List<Object> items;
  private final int depth;
  private final UnaryOperator<Object> again;
  private int at;
  private @Nullable Object last;

  LoopFields(List<Object> items, int depth, UnaryOperator<Object> again) {
    this.items = items;
    this.depth = depth;
    this.again = again;
  }

  void moveTo(int index) {
    at = index;
  }

  @Override
  public Optional<Object> field(String name) {
    int size = items.size();
    Object value =
        switch (name) {
          case "index" -> Numbers.of(at + 1);
          case "index0" -> Numbers.of(at);
          case "revindex" -> Numbers.of(size - at);
          case "revindex0" -> Numbers.of(size - at - 1);
          case "first" -> at == 0;
          case "last" -> at == size - 1;
          case "length" -> Numbers.of(size);
          case "depth" -> Numbers.of(depth + 1);
          case "depth0" -> Numbers.of(depth);
          case "previtem" -> at == 0 ? new Undefined("loop.previtem") : items.get(at - 1);
          case "nextitem" -> at == size - 1 ? new Undefined("loop.nextitem") : items.get(at + 1);
          case "cycle" -> (Callable) this::cycle;
          case "changed" -> (Callable) this::changed;
          default -> null;
        };
    return Optional.ofNullable(value);
  }

  private Object cycle(Arguments arguments) {
    var values = arguments.positional();
    if (values.isEmpty()) {
      throw new dev.patchbay.documents.jinja.value.Fault(
          "loop.cycle() has nothing to choose from", "Give it values.");
    }
    return values.get(at % values.size());
  }

  private Object changed(Arguments arguments) {
    var now = new Tuple(arguments.positional());
    boolean changed = last == null || !Values.equal(last, now);
    last = now;
    return changed;
  }

  @Override
  public Object call(Arguments arguments) {
    return again.apply(arguments.bind("loop()", "iterable").need("iterable"));
  }
}
