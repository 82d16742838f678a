package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.Values;
import java.util.ArrayList;
import java.util.List;

/** One loop statement while it runs, once more for each time it calls itself. */
final class Looping {
  private final Interpreter interpreter;
  private final Evaluator evaluator;
  private final Budget budget;
  private final Node.For loop;
  private final Scope scope;

  Looping(Interpreter interpreter, Evaluator evaluator, Budget budget, Node.For loop, Scope scope) {
    this.interpreter = interpreter;
    this.evaluator = evaluator;
    this.budget = budget;
    this.loop = loop;
    this.scope = scope;
  }

  Interpreter.Flow run(Object source, int depth, StringBuilder out) {
    var items = wanted(Values.items(source));
    if (items.isEmpty()) {
      return interpreter.run(loop.otherwise(), scope.inner(), out);
    }
    var state = new LoopFields(items, depth, inner -> again(inner, depth));
    boolean ended = false;
    for (int i = 0; i < items.size(); i++) {
      budget.round();
      state.moveTo(i);
      var each = scope.inner();
      Assignment.set(loop.target(), items.get(i), each);
      each.set("loop", state);
      var flow = interpreter.run(loop.body(), each, out);
      ended |= flow == Interpreter.Flow.GO_ON;
      if (flow == Interpreter.Flow.BREAK) {
        break;
      }
    }
    // to Jinja2, a loop is empty of which no round came to its end
    return ended ? Interpreter.Flow.GO_ON : interpreter.run(loop.otherwise(), scope.inner(), out);
  }

  private List<Object> wanted(List<Object> items) {
    if (loop.source().condition().isEmpty()) {
      return items;
    }
    var wanted = new ArrayList<Object>();
    for (var item : items) {
      var each = scope.inner();
      Assignment.set(loop.target(), item, each);
      if (evaluator.isTrue(loop.source().condition().get(), each)) {
        wanted.add(item);
      }
    }
    return wanted;
  }

  private Object again(Object source, int depth) {
    if (!loop.source().recursive()) {
      throw new dev.patchbay.documents.jinja.value.Fault(
          "the loop is not made to call itself", "Add “recursive” at the end of its tag.");
    }
    budget.enterCall();
    var out = new StringBuilder();
    run(source, depth + 1, out);
    budget.leaveCall();
    return new Markup(out.toString());
  }
}
