package dev.patchbay.documents.jinja.tree;

import java.util.List;
import java.util.Optional;

/** A statement, or text. */
public sealed interface Node {
  record Text(String text) implements Node {}

  record Print(Expr value, Place place) implements Node {}

  record If(List<Branch> branches, List<Node> otherwise) implements Node {}

  record Branch(Expr condition, List<Node> body, Place place) {}

  record For(Target target, Source source, List<Node> body, List<Node> otherwise, Place place)
      implements Node {}

  /** What a loop goes through. */
  record Source(Expr items, Optional<Expr> condition, boolean recursive) {}

  record Assign(Target target, Expr value, Place place) implements Node {}

  /** A set with a body; the value finds the body under {@link #BODY}. */
  record AssignBody(Target target, Expr value, List<Node> body, Place place) implements Node {}

  record DefineMacro(Definition macro, Place place) implements Node {}

  /** A macro's name, parameters and body. */
  record Definition(String name, List<Parameter> parameters, List<Node> body) {}

  /** A parameter with its default. */
  record Parameter(String name, Optional<Expr> otherwise) {}

  record CallBlock(Expr.Call call, Definition caller, Place place) implements Node {}

  record FilterBlock(Expr value, List<Node> body, Place place) implements Node {}

  record With(List<Assign> assignments, List<Node> body) implements Node {}

  /** A block; {@code self} finds it by its name. */
  record Block(List<Node> body) implements Node {}

  record Do(Expr value, Place place) implements Node {}

  record Leave(boolean whole) implements Node {}

  /** The name of a block's rendered body; no template can spell it. */
  Expr.Name BODY = new Expr.Name("<body>");

  /** What is assigned to. */
  sealed interface Target {
    record ToName(String name) implements Target {}

    record ToField(String namespace, String name) implements Target {}

    record ToSeveral(List<Target> targets) implements Target {}
  }
}
