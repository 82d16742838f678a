package dev.patchbay.documents.jinja;

import dev.patchbay.documents.jinja.run.Environment;
import dev.patchbay.documents.jinja.tree.Expr;
import dev.patchbay.documents.jinja.tree.Known;
import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.tree.Parts;
import dev.patchbay.documents.jinja.tree.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a template takes from the data, as paths: {@code items} and {@code items[].price} of a loop
 * over {@code items} that shows {@code i.price}. Names that the template gives to parts of the data
 * are followed; where that cannot be told, the path ends. For one template.
 */
final class DataPaths {
  /** Of a list, these give the same elements. */
  private static final Set<String> SAME_ELEMENTS =
      Set.of("list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique");

  private static final Set<String> ONE_ELEMENT = Set.of("first", "last", "random");
  private static final String ELEMENT = "[]";

  /** What the language itself names in bodies. */
  private static final List<String> OF_THE_LANGUAGE =
      List.of("loop", "caller", "varargs", "kwargs", "self", Node.BODY.name());

  /** What a name stands for that has no path. */
  private static final String UNKNOWN = "";

  /** Characters of a path. One that a template makes longer, name by name, ends before. */
  private static final int LONGEST = 1000;

  /** Steps of one expression; data is not nested so deep. */
  private static final int MOST_STEPS = 100;

  private final Map<String, Place> found = new TreeMap<>();

  Map<String, Place> of(List<Node> nodes) {
    var known = Known.<String>nothing();
    Environment.BUILT_IN.globals().keySet().forEach(name -> known.put(name, UNKNOWN));
    OF_THE_LANGUAGE.forEach(name -> known.put(name, UNKNOWN));
    body(nodes, known);
    return found;
  }

  private void body(List<Node> nodes, Known<String> known) {
    nodes.forEach(node -> node(node, known));
  }

  private void node(Node node, Known<String> known) {
    switch (node) {
      case Node.Text _, Node.Leave _ -> {}
      case Node.Print(var value, var place) -> use(value, known, place);
      case Node.Do(var value, var place) -> use(value, known, place);
      case Node.If branches -> condition(branches, known);
      case Node.For loop -> loop(loop, known);
      case Node.Assign assign -> {
        use(assign.value(), known, assign.place());
        learn(assign.target(), path(assign.value(), known).orElse(UNKNOWN), known);
      }
      case Node.AssignBody assign -> {
        body(assign.body(), known.inside());
        use(assign.value(), known, assign.place());
        learn(assign.target(), UNKNOWN, known);
      }
      case Node.DefineMacro(var macro, var place) -> {
        known.put(macro.name(), UNKNOWN);
        macro(macro, known, place);
      }
      case Node.CallBlock call -> {
        use(call.call(), known, call.place());
        macro(call.caller(), known, call.place());
      }
      case Node.FilterBlock filter -> {
        use(filter.value(), known, filter.place());
        body(filter.body(), known.inside());
      }
      case Node.With with -> with(with, known);
      case Node.Block block -> body(block.body(), known.inside());
    }
  }

  /** What a branch sets is known behind it, though not what it is. */
  private void condition(Node.If branches, Known<String> known) {
    var set = new HashSet<String>();
    for (var branch : branches.branches()) {
      use(branch.condition(), known, branch.place());
      set.addAll(set(branch.body(), known));
    }
    set.addAll(set(branches.otherwise(), known));
    set.forEach(name -> known.put(name, UNKNOWN));
  }

  /** Names to which a branch gives another value. */
  private Set<String> set(List<Node> nodes, Known<String> known) {
    var inner = known.inside();
    body(nodes, inner);
    inner.own().entrySet().removeIf(own -> isKnown(own.getKey(), own.getValue(), known));
    return inner.own().keySet();
  }

  private static boolean isKnown(String name, String path, Known<String> known) {
    return known.of(name).filter(path::equals).isPresent();
  }

  private void loop(Node.For loop, Known<String> known) {
    use(loop.source().items(), known, loop.place());
    var inner = known.inside();
    var element = element(loop.source().items(), known, MOST_STEPS);
    learn(loop.target(), element.orElse(UNKNOWN), inner);
    loop.source().condition().ifPresent(condition -> use(condition, inner, loop.place()));
    body(loop.body(), inner);
    body(loop.otherwise(), known.inside());
  }

  private void with(Node.With with, Known<String> known) {
    var inner = known.inside();
    for (var assign : with.assignments()) {
      use(assign.value(), known, assign.place());
      learn(assign.target(), path(assign.value(), known).orElse(UNKNOWN), inner);
    }
    body(with.body(), inner);
  }

  private void macro(Node.Definition macro, Known<String> known, Place place) {
    var inner = known.inside();
    macro.parameters().forEach(each -> inner.put(each.name(), UNKNOWN));
    macro
        .parameters()
        .forEach(each -> each.otherwise().ifPresent(value -> use(value, inner, place)));
    body(macro.body(), inner);
  }

  private static void learn(Node.Target target, String path, Known<String> known) {
    switch (target) {
      case Node.Target.ToName(var name) -> known.put(name, path);
      case Node.Target.ToField _ -> {}
      case Node.Target.ToSeveral(var targets) ->
          targets.forEach(each -> learn(each, UNKNOWN, known));
    }
  }

  private void use(Expr expression, Known<String> known, Place place) {
    var path = path(expression, known);
    if (path.isPresent()) {
      find(path.get(), place);
      useAlong(expression, known, place);
    } else if (expression instanceof Expr.Call(Expr.Attribute(var of, _), _)) {
      use(of, known, place);
      Parts.of(expression).skip(1).forEach(part -> use(part, known, place));
    } else {
      Parts.of(expression).forEach(part -> use(part, known, place));
    }
  }

  private void find(String path, Place place) {
    if (found.size() <= Template.MOST_PATHS) {
      found.putIfAbsent(path, place);
    }
  }

  /** What stands in the brackets along a path; what it goes on from comes first in each part. */
  private void useAlong(Expr path, Known<String> known, Place place) {
    var parts = Parts.of(path).toList();
    if (!parts.isEmpty()) {
      useAlong(parts.getFirst(), known, place);
      parts.subList(1, parts.size()).forEach(part -> use(part, known, place));
    }
  }

  private static Optional<String> path(Expr expression, Known<String> known) {
    return path(expression, known, MOST_STEPS);
  }

  private static Optional<String> path(Expr expression, Known<String> known, int steps) {
    if (steps == 0) {
      return Optional.empty();
    }
    int left = steps - 1;
    return switch (expression) {
      case Expr.Name(var name) -> told(known.of(name).orElse(name));
      case Expr.Attribute(var of, var name) ->
          path(of, known, left).flatMap(path -> told(path + "." + name));
      case Expr.Item(var of, Expr.Constant(String key)) ->
          path(of, known, left).flatMap(path -> told(path + "." + key));
      case Expr.Item(var of, _) -> element(of, known, left);
      case Expr.Slice slice -> path(slice.of(), known, left);
      case Expr.Filter(var value, var name, _) when SAME_ELEMENTS.contains(name) ->
          path(value, known, left);
      case Expr.Filter(var value, var name, _) when ONE_ELEMENT.contains(name) ->
          element(value, known, left);
      default -> Optional.empty();
    };
  }

  private static Optional<String> element(Expr list, Known<String> known, int steps) {
    return path(list, known, steps).flatMap(path -> told(path + ELEMENT));
  }

  /** Empty if it is not known, or too long. */
  private static Optional<String> told(String path) {
    return path.equals(UNKNOWN) || path.length() > LONGEST ? Optional.empty() : Optional.of(path);
  }
}
