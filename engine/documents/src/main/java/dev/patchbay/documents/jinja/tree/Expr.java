package dev.patchbay.documents.jinja.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An expression. */
public sealed interface Expr {
  record Constant(Object value) implements Expr {}

  record Name(String name) implements Expr {}

  record ListOf(List<Expr> items) implements Expr {}

  record TupleOf(List<Expr> items) implements Expr {}

  record DictOf(List<Map.Entry<Expr, Expr>> entries) implements Expr {}

  /** {@code of.name}. */
  record Attribute(Expr of, String name) implements Expr {}

  /** {@code of[key]}. */
  record Item(Expr of, Expr key) implements Expr {}

  record Slice(Expr of, Expr start, Expr stop, Expr step) implements Expr {}

  record Call(Expr callee, Given given) implements Expr {}

  record Filter(Expr value, String name, Given given) implements Expr {}

  record Test(Expr value, String name, Given given) implements Expr {}

  record Not(Expr value) implements Expr {}

  record Signed(Expr value, boolean minus) implements Expr {}

  record And(Expr left, Expr right) implements Expr {}

  record Or(Expr left, Expr right) implements Expr {}

  record Binary(String sign, Expr left, Expr right) implements Expr {}

  /** A chain such as {@code 1 < x <= 5}. */
  record Compare(Expr first, List<Step> steps) implements Expr {}

  /** A link of a chain. */
  record Step(String sign, Expr right) {}

  /** {@code then if condition else otherwise}. */
  record Choice(Expr condition, Expr then, Optional<Expr> otherwise) implements Expr {}

  /** What is between the brackets of a call. */
  record Given(
      List<Expr> positional,
      Map<String, Expr> named,
      Optional<Expr> spread,
      Optional<Expr> spreadNamed) {
    public static final Given NOTHING =
        new Given(List.of(), Map.of(), Optional.empty(), Optional.empty());
  }
}
