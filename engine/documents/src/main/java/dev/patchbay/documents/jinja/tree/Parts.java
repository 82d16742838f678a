package dev.patchbay.documents.jinja.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an expression is made of. */
public final class Parts {
  private Parts() {}

  public static Stream<Expr> of(Expr expression) {
    return switch (expression) {
      case Expr.Constant _, Expr.Name _ -> Stream.of();
      case Expr.ListOf(var items) -> items.stream();
      case Expr.TupleOf(var items) -> items.stream();
      case Expr.DictOf(var entries) ->
          entries.stream().flatMap(each -> Stream.of(each.getKey(), each.getValue()));
      case Expr.Attribute(var of, _) -> Stream.of(of);
      case Expr.Item(var of, var key) -> Stream.of(of, key);
      case Expr.Slice(var of, var start, var stop, var step) -> Stream.of(of, start, stop, step);
      case Expr.Call(var callee, var given) -> Stream.concat(Stream.of(callee), of(given));
      case Expr.Filter(var value, _, var given) -> Stream.concat(Stream.of(value), of(given));
      case Expr.Test(var value, _, var given) -> Stream.concat(Stream.of(value), of(given));
      case Expr.Not(var value) -> Stream.of(value);
      case Expr.Signed(var value, _) -> Stream.of(value);
      case Expr.And(var left, var right) -> Stream.of(left, right);
      case Expr.Or(var left, var right) -> Stream.of(left, right);
      case Expr.Binary(_, var left, var right) -> Stream.of(left, right);
      case Expr.Compare(var first, var steps) ->
          Stream.concat(Stream.of(first), steps.stream().map(Expr.Step::right));
      case Expr.Choice(var condition, var then, var otherwise) ->
          Stream.concat(Stream.of(condition, then), otherwise.stream());
    };
  }

  private static Stream<Expr> of(Expr.Given given) {
    var several = List.of(given.spread(), given.spreadNamed());
    return Stream.of(
            given.positional().stream(),
            given.named().values().stream(),
            several.stream().flatMap(Optional::stream))
        .flatMap(each -> each);
  }
}
