package dev.patchbay.documents.jinja;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that a template takes from outside: used before it gives them a value itself. */
final class FreeNames {
  private final Set<String> free = new LinkedHashSet<>();

  Set<String> of(List<Node> nodes) {
    body(nodes, new HashSet<>());
    free.remove(Node.BODY.name());
    return free;
  }

  private void body(List<Node> nodes, Set<String> known) {
    nodes.forEach(node -> node(node, known));
  }

  private void node(Node node, Set<String> known) {
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
        body(assign.body(), new HashSet<>(known));
        use(assign.value(), known);
        learn(assign.target(), known);
      }
      case Node.DefineMacro(var macro, _) -> {
        known.add(macro.name());
        macro(macro, known);
      }
      case Node.CallBlock call -> {
        use(call.call(), known);
        macro(call.caller(), known);
      }
      case Node.FilterBlock filter -> {
        use(filter.value(), known);
        body(filter.body(), new HashSet<>(known));
      }
      case Node.With with -> with(with, known);
      case Node.Block block -> body(block.body(), new HashSet<>(known));
    }
  }

  /** What a branch sets is known behind it, as Jinja2 counts it. */
  private void condition(Node.If branches, Set<String> known) {
    var behind = new HashSet<>(known);
    for (var branch : branches.branches()) {
      use(branch.condition(), known);
      var inner = new HashSet<>(known);
      body(branch.body(), inner);
      behind.addAll(inner);
    }
    var inner = new HashSet<>(known);
    body(branches.otherwise(), inner);
    behind.addAll(inner);
    known.addAll(behind);
  }

  private void loop(Node.For loop, Set<String> known) {
    use(loop.source().items(), known);
    var inner = new HashSet<>(known);
    learn(loop.target(), inner);
    loop.source().condition().ifPresent(condition -> use(condition, inner));
    inner.add("loop");
    body(loop.body(), inner);
    body(loop.otherwise(), new HashSet<>(known));
  }

  private void with(Node.With with, Set<String> known) {
    var inner = new HashSet<>(known);
    for (var assign : with.assignments()) {
      use(assign.value(), known);
      learn(assign.target(), inner);
    }
    body(with.body(), inner);
  }

  private void macro(Node.Definition macro, Set<String> known) {
    var inner = new HashSet<>(known);
    macro.parameters().forEach(parameter -> inner.add(parameter.name()));
    macro.parameters().forEach(each -> each.otherwise().ifPresent(value -> use(value, inner)));
    inner.add("caller");
    body(macro.body(), inner);
  }

  private static void learn(Node.Target target, Set<String> known) {
    switch (target) {
      case Node.Target.ToName(var name) -> known.add(name);
      case Node.Target.ToField _ -> {}
      case Node.Target.ToSeveral(var targets) -> targets.forEach(each -> learn(each, known));
    }
  }

  private void use(Expr expression, Set<String> known) {
    if (expression instanceof Expr.Name(var name)) {
      if (!known.contains(name)) {
        free.add(name);
      }
      return;
    }
    Parts.of(expression).forEach(part -> use(part, known));
  }
}
