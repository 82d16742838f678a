package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.tree.Expr;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.None;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands behind a value: fields, items, calls, filters, tests. */
final class PostfixParser {
  private static final Expr NOTHING = new Expr.Constant(None.NONE);
  private static final Set<String> NO_ARGUMENT =
      Set.of("else", "or", "and", "is", "if", "in", "not");

  private final Tokens tokens;
  private final ExpressionParser expressions;

  PostfixParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expr behind(Expr value) {
    while (true) {
      if (tokens.skipSign(".")) {
        value = attribute(value);
      } else if (tokens.skipSign("[")) {
        value = subscript(value);
      } else if (tokens.peek().isSign("(")) {
        value = new Expr.Call(value, given());
      } else {
        return value;
      }
    }
  }

  private Expr attribute(Expr value) {
    var token = tokens.take();
    return switch (token.kind()) {
      case NAME -> new Expr.Attribute(value, token.text());
      case INTEGER -> new Expr.Item(value, new Expr.Constant(Literals.integer(token.text())));
      default ->
          throw new Fault(
              "a name is missing behind the point, before " + token.shown(), "Add the name.");
    };
  }

  private Expr subscript(Expr value) {
    var start = tokens.peek().isSign(":") ? NOTHING : expressions.expressions();
    if (!tokens.skipSign(":")) {
      tokens.needSign("]");
      return new Expr.Item(value, start);
    }
    var stop = bound();
    var step = tokens.skipSign(":") ? bound() : NOTHING;
    tokens.needSign("]");
    return new Expr.Slice(value, start, stop, step);
  }

  private Expr bound() {
    return tokens.peek().isSign(":") || tokens.peek().isSign("]")
        ? NOTHING
        : expressions.expression();
  }

  Expr filters(Expr value) {
    while (true) {
      if (tokens.skipSign("|")) {
        value = filter(value);
      } else if (tokens.peek().isName("is")) {
        tokens.take();
        value = test(value);
      } else if (tokens.peek().isSign("(")) {
        value = new Expr.Call(value, given());
      } else {
        return value;
      }
    }
  }

  /** One filter, behind its bar. */
  Expr filter(Expr value) {
    var name = dotted();
    return new Expr.Filter(value, name, tokens.peek().isSign("(") ? given() : Expr.Given.NOTHING);
  }

  private String dotted() {
    var name = new StringBuilder(tokens.name());
    while (tokens.skipSign(".")) {
      name.append('.').append(tokens.name());
    }
    return name.toString();
  }

  private Expr test(Expr value) {
    boolean negated = tokens.skipName("not");
    var name = dotted();
    Expr test = new Expr.Test(value, name, testArguments());
    return negated ? new Expr.Not(test) : test;
  }

  private Expr.Given testArguments() {
    var next = tokens.peek();
    if (next.isSign("(")) {
      return given();
    }
    boolean value =
        switch (next.kind()) {
          case NAME -> !NO_ARGUMENT.contains(next.text());
          case TEXT, INTEGER, FLOAT -> true;
          case SIGN -> next.isSign("[") || next.isSign("{");
          case END -> false;
        };
    return value
        ? new Expr.Given(
            List.of(behind(expressions.primary())), Map.of(), Optional.empty(), Optional.empty())
        : Expr.Given.NOTHING;
  }

  /** What is between the brackets of a call. */
  Expr.Given given() {
    tokens.needSign("(");
    var positional = new ArrayList<Expr>();
    var named = new LinkedHashMap<String, Expr>();
    Optional<Expr> spread = Optional.empty();
    Optional<Expr> spreadNamed = Optional.empty();
    while (!tokens.peek().isSign(")")) {
      if (tokens.skipSign("**")) {
        spreadNamed = Optional.of(expressions.expression());
      } else if (tokens.skipSign("*")) {
        spread = Optional.of(expressions.expression());
      } else if (tokens.peek().kind() == Token.Kind.NAME && tokens.peek(1).isSign("=")) {
        var name = tokens.name();
        tokens.take();
        named.put(name, expressions.expression());
      } else {
        positional.add(expressions.expression());
      }
      if (!tokens.skipSign(",")) {
        break;
      }
    }
    tokens.needSign(")");
    return new Expr.Given(positional, named, spread, spreadNamed);
  }
}
