package dev.patchbay.documents.jinja.run;

import dev.patchbay.documents.jinja.tree.Expr;
import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Callable;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Markup;
import dev.patchbay.documents.jinja.value.Values;
import java.util.List;
import java.util.Set;

/** Carries out statements. For one rendering. */
public final class Interpreter {
  /** What ends a loop early. */
  enum Flow {
    GO_ON,
    CONTINUE,
    BREAK
  }

  private static final Set<String> MOVE_LETTERS = Set.of("title", "wordwrap");

  private final Evaluator evaluator;
  private final Budget budget;
  private final Scope outermost;

  /**
   * For a template.
   *
   * @param outermost what blocks are rendered in, not the scope around them
   */
  public Interpreter(Evaluator evaluator, Budget budget, Scope outermost) {
    this.evaluator = evaluator;
    this.budget = budget;
    this.outermost = outermost;
  }

  public Flow run(List<Node> nodes, Scope scope, StringBuilder out) {
    for (var node : nodes) {
      budget.step();
      var flow = run(node, scope, out);
      if (flow != Flow.GO_ON) {
        return flow;
      }
    }
    return Flow.GO_ON;
  }

  private Flow run(Node node, Scope scope, StringBuilder out) {
    return switch (node) {
      case Node.Text(var text) -> put(text, out);
      case Node.If branches -> condition(branches, scope, out);
      case Node.For loop -> at(loop.place(), () -> loop(loop, scope, out));
      case Node.With with -> with(with, scope, out);
      case Node.Block block -> run(block.body(), outermost.inner(), out);
      case Node.Leave(var whole) -> whole ? Flow.BREAK : Flow.CONTINUE;
      case Node.Print(var value, var place) -> at(place, () -> print(value, scope, out));
      case Node.Assign assign -> at(assign.place(), () -> assign(assign, scope));
      case Node.AssignBody assign -> at(assign.place(), () -> assign(assign, scope));
      case Node.DefineMacro(var macro, _) -> define(macro, scope);
      case Node.CallBlock call -> at(call.place(), () -> call(call, scope, out));
      case Node.FilterBlock filter -> at(filter.place(), () -> filter(filter, scope, out));
      case Node.Do(var value, var place) -> at(place, () -> evaluate(value, scope));
    };
  }

  /** Says in which tag a fault was met; the innermost one is the one to mend. */
  private static <T> T at(Place place, java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (Fault fault) {
      throw new PlacedFault(fault, place);
    }
  }

  private Flow put(String text, StringBuilder out) {
    budget.made(text.length());
    out.append(text);
    return Flow.GO_ON;
  }

  private Flow print(Expr value, Scope scope, StringBuilder out) {
    return show(evaluator.value(value, scope), out);
  }

  private Flow show(Object value, StringBuilder out) {
    var shown = Markup.of(value).text();
    budget.put(value, shown);
    return put(shown, out);
  }

  private Flow evaluate(Expr value, Scope scope) {
    evaluator.value(value, scope);
    return Flow.GO_ON;
  }

  private Flow condition(Node.If branches, Scope scope, StringBuilder out) {
    for (var branch : branches.branches()) {
      if (at(branch.place(), () -> evaluator.isTrue(branch.condition(), scope))) {
        return run(branch.body(), scope, out);
      }
    }
    return run(branches.otherwise(), scope, out);
  }

  private Flow loop(Node.For loop, Scope scope, StringBuilder out) {
    var items = evaluator.value(loop.source().items(), scope);
    return new Looping(this, evaluator, budget, loop, scope).run(items, 0, out);
  }

  private Flow with(Node.With with, Scope scope, StringBuilder out) {
    var inner = scope.inner();
    for (var assign : with.assignments()) {
      at(
          assign.place(),
          () -> {
            Assignment.set(assign.target(), evaluator.value(assign.value(), scope), inner);
            return Flow.GO_ON;
          });
    }
    return run(with.body(), inner, out);
  }

  private Flow assign(Node.Assign assign, Scope scope) {
    Assignment.set(assign.target(), evaluator.value(assign.value(), scope), scope);
    return Flow.GO_ON;
  }

  private Flow assign(Node.AssignBody assign, Scope scope) {
    Assignment.set(assign.target(), ofBody(assign.value(), assign.body(), scope), scope);
    return Flow.GO_ON;
  }

  private Flow filter(Node.FilterBlock filter, Scope scope, StringBuilder out) {
    var result = ofBody(filter.value(), filter.body(), scope);
    boolean stays = result instanceof String && movesLettersOnly(filter.value());
    return show(stays ? new Markup((String) result) : result, out);
  }

  /** What was escaped in the block is so still. */
  private static boolean movesLettersOnly(Expr value) {
    return value instanceof Expr.Filter filter && MOVE_LETTERS.contains(filter.name());
  }

  private Object ofBody(Expr value, List<Node> body, Scope scope) {
    var inner = scope.inner();
    inner.set(Node.BODY.name(), markup(body, scope.inner()));
    return evaluator.value(value, inner);
  }

  /** What a body puts out. */
  Markup markup(List<Node> body, Scope scope) {
    var out = new StringBuilder();
    run(body, scope, out);
    return new Markup(out.toString());
  }

  /** What a block puts out. */
  Markup block(List<Node> body) {
    return markup(body, outermost.inner());
  }

  private Flow define(Node.Definition definition, Scope scope) {
    scope.set(definition.name(), macro(definition, scope));
    return Flow.GO_ON;
  }

  private Macro macro(Node.Definition definition, Scope scope) {
    return new Macro(this, evaluator, budget, definition, scope);
  }

  private Flow call(Node.CallBlock block, Scope scope, StringBuilder out) {
    var callee = evaluator.value(block.call().callee(), scope);
    var arguments = evaluator.arguments(block.call().given(), scope);
    var caller = macro(block.caller(), scope);
    Object result =
        callee instanceof Macro macro
            ? macro.call(arguments, caller)
            : callOther(callee, arguments, caller);
    return show(result, out);
  }

  private Object callOther(
      Object callee, dev.patchbay.documents.jinja.value.Arguments arguments, Callable caller) {
    Values.refuseUndefined(callee);
    var named = new java.util.LinkedHashMap<>(arguments.named());
    named.put("caller", caller);
    return evaluator.call(
        callee, new dev.patchbay.documents.jinja.value.Arguments(arguments.positional(), named));
  }
}
