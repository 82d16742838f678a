package dev.patchbay.core.route;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.event.ContractCheck;
import dev.patchbay.model.event.ContractCheck.Breakage;
import dev.patchbay.model.event.ContractField;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.route.RouteDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a next version of a contract would mean for routes, and for those who send events. */
public final class ContractImpact {
  private final RouteCompiler now;

  /** Compared with what this compiler checks against. */
  public ContractImpact(RouteCompiler now) {
    this.now = now;
  }

  /**
   * Compares.
   *
   * @param next contracts with the next version of the type
   * @param routes all that are live
   */
  public ContractCheck of(String type, Contracts next, List<RouteDraft> routes) {
    var then = now.against(next);
    var breaks =
        routes.stream()
            .filter(route -> route.eventTypes().contains(type))
            .flatMap(route -> breaks(route, then))
            .toList();
    return new ContractCheck(breaks, stricter(type, next));
  }

  /** Faults that a route has then and has not now. */
  private Stream<Breakage> breaks(RouteDraft route, RouteCompiler then) {
    var known = faults(now, route);
    return faults(then, route).stream()
        .filter(fault -> !known.contains(fault))
        .map(fault -> new Breakage(route.name(), fault.field(), fault.message()));
  }

  private static List<FieldError> faults(RouteCompiler compiler, RouteDraft route) {
    return switch (compiler.check(route)) {
      case RouteCompiler.Compiled _ -> List.of();
      case RouteCompiler.Faults(var errors) -> errors;
    };
  }

  private List<String> stricter(String type, Contracts next) {
    var before = fields(now.contracts().view(type));
    var told = new ArrayList<String>();
    fields(next.view(type))
        .forEach(
            (pointer, field) ->
                Optional.ofNullable(before.get(pointer))
                    .map(former -> stricter(former, field))
                    .orElseGet(() -> demanded(field))
                    .ifPresent(told::add));
    return told;
  }

  private static Optional<String> stricter(ContractField before, ContractField after) {
    if (!before.type().equals(after.type()) && !after.type().equals("any")) {
      return Optional.of(
          "%s must be %s; it was %s".formatted(after.pointer(), after.type(), before.type()));
    }
    return before.required() ? Optional.empty() : demanded(after);
  }

  private static Optional<String> demanded(ContractField field) {
    return field.required()
        ? Optional.of(field.pointer() + " must be given; it could be left out")
        : Optional.empty();
  }

  private static Map<String, ContractField> fields(Optional<ContractView> view) {
    return view.stream()
        .flatMap(contract -> contract.fields().stream())
        .collect(
            Collectors.toMap(
                ContractField::pointer, Function.identity(), (first, _) -> first, TreeMap::new));
  }
}
