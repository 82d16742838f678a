package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A selection of fields: {@code a,b.c,d(e,f/g),*}. A leaf selects everything below it. Immutable.
 *
 * @param children empty for a leaf, which selects all
 */
public record FieldMask(Map<String, FieldMask> children) {

  public static final FieldMask ALL = new FieldMask(Map.of());

  public FieldMask {
    children = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(children));
  }

  public static FieldMask parse(String text) {
    return text.isBlank() ? ALL : new Parser(text).parse();
  }

  public boolean all() {
    return children.isEmpty() || (children.containsKey("*") && child("*").all());
  }

  /** Whether anything at or below a path is selected. */
  public boolean wants(String... path) {
    FieldMask here = this;
    for (String name : path) {
      if (here.all()) {
        return true;
      }
      if (!here.children.containsKey(name) && !here.children.containsKey("*")) {
        return false;
      }
      here = here.child(name);
    }
    return true;
  }

  /** The mask below a field; everything where the mask does not go deeper. */
  public FieldMask child(String name) {
    FieldMask exact = children.get(name);
    return exact != null ? exact : children.getOrDefault("*", ALL);
  }

  /** The selected part of a tree; objects stay, though empty. */
  public JsonNode apply(JsonNode node) {
    if (all()) {
      return node;
    }
    if (node instanceof ArrayNode items) {
      ArrayNode kept = Json.array();
      items.forEach(item -> kept.add(apply(item)));
      return kept;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode kept = Json.object();
    object
        .properties()
        .forEach(
            e -> {
              if (wants(e.getKey())) {
                kept.set(e.getKey(), child(e.getKey()).apply(e.getValue()));
              }
            });
    return kept;
  }

  /** All leaves as dotted paths. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>();
    collect("", paths);
    return paths;
  }

  private void collect(String prefix, List<String> paths) {
    children.forEach(
        (name, below) -> {
          String path = prefix.isEmpty() ? name : prefix + "." + name;
          if (below.children.isEmpty()) {
            paths.add(path);
          } else {
            below.collect(path, paths);
          }
        });
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    FieldMask parse() {
      FieldMask mask = list();
      if (at < text.length()) {
        throw ApiError.badMask(text);
      }
      return mask;
    }

    private FieldMask list() {
      Map<String, FieldMask> children = new LinkedHashMap<>();
      do {
        item(children);
      } while (take(','));
      return new FieldMask(children);
    }

    private void item(Map<String, FieldMask> children) {
      String name = name();
      FieldMask below = ALL;
      if (take('.') || take('/')) {
        Map<String, FieldMask> one = new LinkedHashMap<>();
        item(one);
        below = new FieldMask(one);
      } else if (take('(')) {
        below = list();
        if (!take(')')) {
          throw ApiError.badMask(text);
        }
      }
      children.merge(name, below, Parser::merge);
    }

    private static FieldMask merge(FieldMask a, FieldMask b) {
      if (a.children.isEmpty() || b.children.isEmpty()) {
        return ALL;
      }
      Map<String, FieldMask> both = new LinkedHashMap<>(a.children);
      b.children.forEach((k, v) -> both.merge(k, v, Parser::merge));
      return new FieldMask(both);
    }

    private String name() {
      int start = at;
      while (at < text.length() && ".,/()".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String name = text.substring(start, at).trim();
      if (name.isEmpty()) {
        throw ApiError.badMask(text);
      }
      return name;
    }

    private boolean take(char c) {
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }
  }
}
