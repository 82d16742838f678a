package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.List;

/** The words of one tag, read from front to back. */
final class Tokens {
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int next;
  private int depth;

  Tokens(String body) {
    tokens = Lexer.tokens(body);
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  Token take() {
    var token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }

  boolean skipSign(String sign) {
    boolean there = peek().isSign(sign);
    if (there) {
      take();
    }
    return there;
  }

  boolean skipName(String name) {
    boolean there = peek().isName(name);
    if (there) {
      take();
    }
    return there;
  }

  void needSign(String sign) {
    if (!skipSign(sign)) {
      throw new Fault("“" + sign + "” is missing before " + peek().shown(), "Add it.");
    }
  }

  void needName(String name) {
    if (!skipName(name)) {
      throw new Fault("“" + name + "” is missing before " + peek().shown(), "Add it.");
    }
  }

  String name() {
    if (peek().kind() != Token.Kind.NAME) {
      throw new Fault("a name is missing before " + peek().shown(), "Add the name.");
    }
    return take().text();
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  void needEnd() {
    if (!atEnd()) {
      throw new Fault(
          peek().shown() + " is too much here", "Take it out, or put a sign or filter before it.");
    }
  }

  /** Counts the nesting, so that a hostile tag cannot exhaust the stack. */
  void enter() {
    if (++depth > DEEPEST) {
      throw new Fault(
          "the tag is nested more than " + DEEPEST + " levels deep", "Make it simpler.");
    }
  }

  void leave() {
    depth--;
  }
}
