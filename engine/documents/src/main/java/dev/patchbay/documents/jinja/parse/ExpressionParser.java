package dev.patchbay.documents.jinja.parse;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.tree.Expr;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.None;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads expressions, by Jinja2's order of operators. */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final Map<String, Object> CONSTANTS =
      Map.ofEntries(
          entry("true", true),
          entry("True", true),
          entry("false", false),
          entry("False", false),
          entry("none", None.NONE),
          entry("None", None.NONE));

  private final Tokens tokens;
  private final PostfixParser postfix;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
    this.postfix = new PostfixParser(tokens, this);
  }

  /** One expression, with an inline if. */
  Expr expression() {
    tokens.enter();
    var expression = or();
    while (tokens.skipName("if")) {
      var condition = or();
      var otherwise = tokens.skipName("else") ? Optional.of(expression()) : Optional.<Expr>empty();
      expression = new Expr.Choice(condition, expression, otherwise);
    }
    tokens.leave();
    return expression;
  }

  /** One expression, or several with commas between, which make a tuple. */
  Expr expressions() {
    return several(this::expression);
  }

  /** The same without inline ifs, which in a loop mean something else. */
  Expr loopSource() {
    return several(this::or);
  }

  private Expr several(Supplier<Expr> one) {
    var first = one.get();
    if (!tokens.peek().isSign(",")) {
      return first;
    }
    var items = new ArrayList<>(List.of(first));
    while (tokens.skipSign(",") && startsExpression()) {
      items.add(one.get());
    }
    return new Expr.TupleOf(items);
  }

  private boolean startsExpression() {
    var next = tokens.peek();
    return !tokens.atEnd()
        && !next.isSign(")")
        && !next.isSign("]")
        && !next.isSign("=")
        && !next.isName("in");
  }

  Expr or() {
    var left = and();
    while (tokens.skipName("or")) {
      left = new Expr.Or(left, and());
    }
    return left;
  }

  private Expr and() {
    var left = not();
    while (tokens.skipName("and")) {
      left = new Expr.And(left, not());
    }
    return left;
  }

  private Expr not() {
    if (!tokens.peek().isName("not")) {
      return compare();
    }
    tokens.take();
    tokens.enter();
    var value = new Expr.Not(not());
    tokens.leave();
    return value;
  }

  private Expr compare() {
    var first = sum();
    var steps = new ArrayList<Expr.Step>();
    while (true) {
      var next = tokens.peek();
      if (next.kind() == Token.Kind.SIGN && COMPARISONS.contains(next.text())) {
        steps.add(new Expr.Step(tokens.take().text(), sum()));
      } else if (tokens.skipName("in")) {
        steps.add(new Expr.Step("in", sum()));
      } else if (next.isName("not") && tokens.peek(1).isName("in")) {
        tokens.take();
        tokens.take();
        steps.add(new Expr.Step("not in", sum()));
      } else {
        return steps.isEmpty() ? first : new Expr.Compare(first, steps);
      }
    }
  }

  private Expr sum() {
    return binary(this::concat, "+", "-");
  }

  private Expr concat() {
    return binary(this::product, "~");
  }

  private Expr product() {
    return binary(this::power, "*", "/", "//", "%");
  }

  private Expr power() {
    return binary(() -> unary(true), "**");
  }

  private Expr binary(Supplier<Expr> operand, String... signs) {
    var left = operand.get();
    while (tokens.peek().kind() == Token.Kind.SIGN
        && List.of(signs).contains(tokens.peek().text())) {
      left = new Expr.Binary(tokens.take().text(), left, operand.get());
    }
    return left;
  }

  Expr unary(boolean filters) {
    tokens.enter();
    Expr value;
    if (tokens.skipSign("-")) {
      value = new Expr.Signed(unary(false), true);
    } else if (tokens.skipSign("+")) {
      value = new Expr.Signed(unary(false), false);
    } else {
      value = primary();
    }
    value = postfix.behind(value);
    tokens.leave();
    return filters ? postfix.filters(value) : value;
  }

  /** A value without signs or filters. */
  Expr primary() {
    var token = tokens.take();
    return switch (token.kind()) {
      case NAME -> name(token.text());
      case TEXT -> new Expr.Constant(texts(token.text()));
      case INTEGER -> new Expr.Constant(Literals.integer(token.text()));
      case FLOAT -> new Expr.Constant(Double.valueOf(token.text()));
      case SIGN -> bracketed(token);
      case END -> throw new Fault("something is missing at the end of the tag", "Complete it.");
    };
  }

  private static Expr name(String name) {
    var constant = CONSTANTS.get(name);
    return constant == null ? new Expr.Name(name) : new Expr.Constant(constant);
  }

  private String texts(String first) {
    var all = new StringBuilder(first);
    while (tokens.peek().kind() == Token.Kind.TEXT) {
      all.append(tokens.take().text());
    }
    return all.toString();
  }

  private Expr bracketed(Token token) {
    return switch (token.text()) {
      case "(" -> parenthesised();
      case "[" -> list();
      case "{" -> dict();
      default ->
          throw new Fault(
              token.shown() + " stands where a value is needed",
              "Put a name, number or text in quotes there.");
    };
  }

  private Expr parenthesised() {
    if (tokens.skipSign(")")) {
      return new Expr.TupleOf(List.of());
    }
    var inside = expressions();
    tokens.needSign(")");
    return inside;
  }

  private Expr list() {
    var items = new ArrayList<Expr>();
    while (!tokens.peek().isSign("]")) {
      items.add(expression());
      if (!tokens.skipSign(",")) {
        break;
      }
    }
    tokens.needSign("]");
    return new Expr.ListOf(items);
  }

  private Expr dict() {
    var entries = new ArrayList<Map.Entry<Expr, Expr>>();
    while (!tokens.peek().isSign("}")) {
      var key = expression();
      tokens.needSign(":");
      entries.add(entry(key, expression()));
      if (!tokens.skipSign(",")) {
        break;
      }
    }
    tokens.needSign("}");
    return new Expr.DictOf(entries);
  }
}
