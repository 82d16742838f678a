package dev.patchbay.documents.jinja;

import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.run.Environment;
import dev.patchbay.documents.jinja.run.Names;
import dev.patchbay.documents.jinja.tree.Expr;
import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.tree.Parts;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.List;

/**
 * Refuses filters and tests that nobody knows before anything is rendered. What stands behind a
 * condition is left alone, as Jinja2 does: the condition may be whether there is such a filter.
 */
final class NameCheck {
  private final Environment environment;
  private final Complaints complaints;

  NameCheck(Environment environment, Complaints complaints) {
    this.environment = environment;
    this.complaints = complaints;
  }

  void all(List<Node> nodes) {
    nodes.forEach(this::node);
  }

  private void node(Node node) {
    switch (node) {
      case Node.Text _, Node.Leave _ -> {}
      case Node.Print(var value, var place) -> at(place, value);
      case Node.Do(var value, var place) -> at(place, value);
      case Node.If branches ->
          branches.branches().forEach(branch -> at(branch.place(), branch.condition()));
      case Node.For loop -> {
        at(loop.place(), loop.source().items());
        loop.source().condition().ifPresent(condition -> at(loop.place(), condition));
        all(loop.body());
        all(loop.otherwise());
      }
      case Node.Assign assign -> at(assign.place(), assign.value());
      case Node.AssignBody assign -> {
        at(assign.place(), assign.value());
        all(assign.body());
      }
      case Node.DefineMacro(var macro, var place) -> macro(macro, place);
      case Node.CallBlock call -> {
        at(call.place(), call.call());
        macro(call.caller(), call.place());
      }
      case Node.FilterBlock filter -> {
        at(filter.place(), filter.value());
        all(filter.body());
      }
      case Node.With with -> {
        with.assignments().forEach(assign -> at(assign.place(), assign.value()));
        all(with.body());
      }
      case Node.Block block -> all(block.body());
    }
  }

  private void macro(Node.Definition macro, Place place) {
    macro.parameters().forEach(each -> each.otherwise().ifPresent(value -> at(place, value)));
    all(macro.body());
  }

  private void at(Place place, Expr expression) {
    try {
      check(expression);
    } catch (Fault fault) {
      complaints.add(new PlacedFault(fault, place));
    }
  }

  private void check(Expr expression) {
    switch (expression) {
      case Expr.Filter filter when !environment.filters().containsKey(filter.name()) ->
          throw Names.unknownFilter(filter.name(), environment);
      case Expr.Test test when !environment.tests().containsKey(test.name()) ->
          throw Names.unknownTest(test.name(), environment);
      case Expr.Choice choice -> check(choice.condition());
      default -> Parts.of(expression).forEach(this::check);
    }
  }
}
