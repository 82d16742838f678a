package dev.patchbay.documents.jinja.tree;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that a template takes from outside: used before it gives them a value itself. */
final class FreeNames {
  private final Set<String> free = new LinkedHashSet<>();

  Set<String> of(List<Node> nodes) {
    body(nodes, Known.nothing());
    free.remove(Node.BODY.name());
    return free;
  }

  private void body(List<Node> nodes, Known<Boolean> known) {
    nodes.forEach(node -> node(node, known));
  }

  private void node(Node node, Known<Boolean> known) {
    switch (node) {
      case Node.Text _, Node.Leave _ -> {}
      case Node.Print(var value, _) -> use(value, known);
      case Node.Do(var value, _) -> use(value, known);
      case Node.If branches -> condition(branches, known);
      case Node.For loop -> loop(loop, known);
      case Node.Assign assign -> {
        use(assign.value(), known);
        learn(assign.target(), known);
      }
      case Node.AssignBody assign -> {
        body(assign.body(), known.inside());
        use(assign.value(), known);
        learn(assign.target(), known);
      }
      case Node.DefineMacro(var macro, _) -> {
        known.put(macro.name(), true);
        macro(macro, known);
      }
      case Node.CallBlock call -> {
        use(call.call(), known);
        macro(call.caller(), known);
      }
      case Node.FilterBlock filter -> {
        use(filter.value(), known);
        body(filter.body(), known.inside());
      }
      case Node.With with -> with(with, known);
      case Node.Block block -> body(block.body(), known.inside());
    }
  }

  /** What a branch sets is known behind it, as Jinja2 counts it. */
  private void condition(Node.If branches, Known<Boolean> known) {
    var set = new HashSet<String>();
    for (var branch : branches.branches()) {
      use(branch.condition(), known);
      set.addAll(set(branch.body(), known));
    }
    set.addAll(set(branches.otherwise(), known));
    set.forEach(name -> known.put(name, true));
  }

  private Set<String> set(List<Node> nodes, Known<Boolean> known) {
    var inner = known.inside();
    body(nodes, inner);
    return inner.own().keySet();
  }

  private void loop(Node.For loop, Known<Boolean> known) {
    use(loop.source().items(), known);
    var inner = known.inside();
    learn(loop.target(), inner);
    loop.source().condition().ifPresent(condition -> use(condition, inner));
    inner.put("loop", true);
    body(loop.body(), inner);
    body(loop.otherwise(), known.inside());
  }

  private void with(Node.With with, Known<Boolean> known) {
    var inner = known.inside();
    for (var assign : with.assignments()) {
      use(assign.value(), known);
      learn(assign.target(), inner);
    }
    body(with.body(), inner);
  }

  private void macro(Node.Definition macro, Known<Boolean> known) {
    var inner = known.inside();
    macro.parameters().forEach(parameter -> inner.put(parameter.name(), true));
    macro.parameters().forEach(each -> each.otherwise().ifPresent(value -> use(value, inner)));
    inner.put("caller", true);
    body(macro.body(), inner);
  }

  private static void learn(Node.Target target, Known<Boolean> known) {
    switch (target) {
      case Node.Target.ToName(var name) -> known.put(name, true);
      case Node.Target.ToField _ -> {}
      case Node.Target.ToSeveral(var targets) -> targets.forEach(each -> learn(each, known));
    }
  }

  private void use(Expr expression, Known<Boolean> known) {
    if (expression instanceof Expr.Name(var name)) {
      if (known.of(name).isEmpty()) {
        free.add(name);
      }
      return;
    }
    Parts.of(expression).forEach(part -> use(part, known));
  }
}
