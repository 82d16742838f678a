package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.tree.Expr;
import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the statement that one tag begins. */
final class StatementParser {
  private final TemplateParser template;
  private final Segment.Tag tag;
  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final Place place;

  StatementParser(TemplateParser template, Segment.Tag tag) {
    this.template = template;
    this.tag = tag;
    this.tokens = new Tokens(tag.body());
    this.expressions = new ExpressionParser(tokens);
    this.place = tag.place();
  }

  Node statement() {
    if (tokens.atEnd()) {
      throw StatementNames.unknown("");
    }
    var word = tokens.name();
    return switch (word) {
      case "if" -> condition();
      case "for" -> loop();
      case "set" -> assignment();
      case "macro" -> macro();
      case "call" -> call();
      case "filter" -> filter();
      case "with" -> with();
      case "block" -> block();
      case "autoescape" -> autoescape();
      case "raw" -> new Node.Text(template.raw(tag));
      case "print" -> new Node.Print(last(expressions.expressions()), place);
      case "do" -> new Node.Do(last(expressions.expressions()), place);
      case "break" -> last(new Node.Leave(true));
      case "continue" -> last(new Node.Leave(false));
      default -> throw StatementNames.unknown(word);
    };
  }

  private <T> T last(T value) {
    tokens.needEnd();
    return value;
  }

  private List<Node> bodyToEnd() {
    var end = Set.of(BlockTags.end(tag.word()));
    var body = template.body(end);
    template.end(tag, end);
    return body;
  }

  private Node condition() {
    var branches = new ArrayList<Node.Branch>();
    var condition = last(expressions.expressions());
    var at = tag;
    while (true) {
      var body = template.body(Set.of());
      branches.add(new Node.Branch(condition, body, at.place()));
      at = template.end(tag, Set.of("elif", "else", "endif"));
      switch (at.word()) {
        case "elif" -> condition = elif(at);
        case "else" -> {
          return new Node.If(branches, bodyToEnd());
        }
        default -> {
          return new Node.If(branches, List.of());
        }
      }
    }
  }

  private Expr elif(Segment.Tag at) {
    try {
      var words = new Tokens(at.body());
      words.take();
      var condition = new ExpressionParser(words).expressions();
      words.needEnd();
      return condition;
    } catch (Fault fault) {
      template.complaints().add(new PlacedFault(fault, at.place()));
      return new Expr.Constant(true);
    }
  }

  private Node loop() {
    var target = targets();
    tokens.needName("in");
    var items = expressions.loopSource();
    var condition =
        tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.<Expr>empty();
    boolean recursive = tokens.skipName("recursive");
    tokens.needEnd();
    var body = template.body(Set.of());
    var end = template.end(tag, Set.of("else", "endfor"));
    var otherwise = end.word().equals("else") ? bodyToEnd() : List.<Node>of();
    return new Node.For(
        target, new Node.Source(items, condition, recursive), body, otherwise, place);
  }

  private Node.Target targets() {
    var first = target();
    if (!tokens.peek().isSign(",")) {
      return first;
    }
    var all = new ArrayList<>(List.of(first));
    while (tokens.skipSign(",") && !tokens.peek().isName("in") && !tokens.peek().isSign("=")) {
      all.add(target());
    }
    return new Node.Target.ToSeveral(all);
  }

  private Node.Target target() {
    if (tokens.skipSign("(")) {
      var inside = targets();
      tokens.needSign(")");
      return inside;
    }
    var name = tokens.name();
    return tokens.skipSign(".")
        ? new Node.Target.ToField(name, tokens.name())
        : new Node.Target.ToName(name);
  }

  private Node assignment() {
    var target = targets();
    if (tokens.skipSign("=")) {
      return new Node.Assign(target, last(expressions.expressions()), place);
    }
    var value = filtered();
    return new Node.AssignBody(target, value, bodyToEnd(), place);
  }

  private Expr filtered() {
    Expr value = Node.BODY;
    var postfix = new PostfixParser(tokens, expressions);
    while (tokens.skipSign("|")) {
      value = postfix.filter(value);
    }
    return last(value);
  }

  private Node macro() {
    var name = tokens.name();
    var parameters = last(parameters());
    return new Node.DefineMacro(new Node.Definition(name, parameters, bodyToEnd()), place);
  }

  private List<Node.Parameter> parameters() {
    tokens.needSign("(");
    var parameters = new ArrayList<Node.Parameter>();
    while (!tokens.peek().isSign(")")) {
      var name = tokens.name();
      parameters.add(
          new Node.Parameter(
              name,
              tokens.skipSign("=") ? Optional.of(expressions.expression()) : Optional.empty()));
      if (!tokens.skipSign(",")) {
        break;
      }
    }
    tokens.needSign(")");
    return List.copyOf(parameters);
  }

  private Node call() {
    var parameters = tokens.peek().isSign("(") ? parameters() : List.<Node.Parameter>of();
    if (!(last(expressions.unary(true)) instanceof Expr.Call call)) {
      throw new Fault("“call” needs a call behind it", "Write {% call name() %}.");
    }
    return new Node.CallBlock(call, new Node.Definition("caller", parameters, bodyToEnd()), place);
  }

  private Node filter() {
    var postfix = new PostfixParser(tokens, expressions);
    var value = postfix.filter(Node.BODY);
    while (tokens.skipSign("|")) {
      value = postfix.filter(value);
    }
    tokens.needEnd();
    return new Node.FilterBlock(value, bodyToEnd(), place);
  }

  private Node with() {
    var assignments = new ArrayList<Node.Assign>();
    while (!tokens.atEnd()) {
      var target = target();
      tokens.needSign("=");
      assignments.add(new Node.Assign(target, expressions.expression(), place));
      if (!tokens.skipSign(",")) {
        break;
      }
    }
    tokens.needEnd();
    return new Node.With(assignments, bodyToEnd());
  }

  private Node block() {
    var name = tokens.name();
    while (tokens.skipName("scoped") || tokens.skipName("required")) {
      // They matter to templates that extend others only.
    }
    tokens.needEnd();
    var body = bodyToEnd();
    template.addBlock(name, body);
    return new Node.Block(body);
  }

  /** Values are always escaped here, once, so the tag changes nothing. */
  private Node autoescape() {
    last(expressions.expression());
    return new Node.With(List.of(), bodyToEnd());
  }
}
